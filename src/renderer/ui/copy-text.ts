/**
 * Puts text on the clipboard through the page's own copy event, which needs no permission: the host refuses all.
 * Only inside a click or key press; false where nothing was copied.
 */
export const copyText = (text: string): boolean => {
  let isCopied = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = true;
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return isCopied;
};
