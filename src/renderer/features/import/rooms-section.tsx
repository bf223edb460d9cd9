import type { SimilarRooms } from '#core/import/types.ts';
import type { PlanAnswer } from '#excel/import-session.ts';
import { useAppState } from '#state/use-app-state.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { Segments, SelectField } from '#ui/field.tsx';
import { answerAbout, answerRooms, type Choices } from './choices.ts';
import styles from './values-step.module.css';

const TEXTS = IMPORT_TEXTS.values;

/** Room numbers that probably mean one room, one only when the user agrees; and the type of new rooms. */
export const RoomsSection = ({
  answer: { similarRooms },
  choices,
  onChange,
}: {
  readonly answer: PlanAnswer;
  readonly choices: Choices;
  readonly onChange: (change: (before: Choices) => Choices) => void;
}) => {
  const roomTypes = useAppState((state) => state.profile.roomTypes);
  const agreeToAll = (): void =>
    onChange((before) =>
      similarRooms.reduce((next, { numbers }) => answerRooms(next, numbers, 'same'), before),
    );
  return (
    <section className={styles.section} aria-labelledby="import-rooms">
      <div className={styles.sectionHead}>
        <h3 id="import-rooms">{TEXTS.rooms}</h3>
        <span className={styles.quiet}>{similarRooms.length === 0 ? TEXTS.noRooms : TEXTS.roomsFact}</span>
        <span className={styles.grow} />
        {similarRooms.length > 1 && (
          <Button isSmall onClick={agreeToAll}>
            {TEXTS.all}
          </Button>
        )}
      </div>
      {similarRooms.length > 0 && (
        <ul className={styles.questions}>
          {similarRooms.map((rooms) => (
            <Question
              key={`${rooms.building ?? ''} ${rooms.numbers.join(' ')}`}
              rooms={rooms}
              answer={answerAbout(rooms, choices)}
              onAnswer={(given) => onChange((before) => answerRooms(before, rooms.numbers, given))}
            />
          ))}
        </ul>
      )}
      <div className={styles.roomType}>
        <SelectField
          label={TEXTS.defaultRoomType}
          value={choices.defaultRoomType ?? ''}
          options={[
            { value: '', label: TEXTS.noRoomType },
            ...roomTypes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) =>
            onChange((before) => ({ ...before, defaultRoomType: value === '' ? null : value }))
          }
        />
      </div>
    </section>
  );
};

const Question = ({
  rooms: { numbers, building },
  answer,
  onAnswer,
}: {
  readonly rooms: SimilarRooms;
  readonly answer: 'same' | 'apart' | null;
  readonly onAnswer: (answer: 'same' | 'apart') => void;
}) => {
  const question = TEXTS.question(numbers);
  return (
    <li>
      <span>
        <b>{question}</b>
        {building !== null && <span className={styles.quiet}> {TEXTS.inBuilding(building)}</span>}
      </span>
      <Segments
        label={question}
        value={answer ?? ''}
        options={[
          { value: 'same', label: TEXTS.together(numbers[0] ?? '') },
          { value: 'apart', label: TEXTS.apart },
        ]}
        onChange={(value) => onAnswer(value === 'same' ? 'same' : 'apart')}
      />
    </li>
  );
};
