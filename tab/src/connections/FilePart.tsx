import { useId, useState } from 'react';
import type { ConnectionType } from '../../../contracts/connections.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Spinner } from '../app/Spinner.js';
import { fieldWords } from '../connectionFields/fieldWords.js';
import { FilePreviewPart } from './FilePreviewPart.js';
import { TextField } from './TextField.js';
import { texts } from './texts.js';
import type { CompanyFileState } from './useCompanyFile.js';

type Props = {
  readonly type: ConnectionType;
  readonly file: CompanyFileState;
  /** Column by field. */
  readonly columns: Readonly<Record<string, string>>;
  readonly problems: ReadonlyMap<string, string>;
};

/** A file to choose or drop, which of its columns holds what, and what it would give. */
export function FilePart({ type, file, columns, problems }: Props) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const { preview, isReading } = file;
  const problem = file.refusal ?? problems.get('file');
  const headings = [...new Set(preview?.headings)].filter((heading) => heading !== '');
  const samplesOf = (heading: string | undefined) => preview?.samples[preview.headings.indexOf(heading ?? '')] ?? [];
  return (
    <div className="file-part">
      <div
        className={isOver ? 'file-drop file-drop-over' : 'file-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          const dropped = event.dataTransfer.files[0];
          if (dropped) file.choose(dropped);
        }}
      >
        <label htmlFor={id}>{preview ? texts.fileOther : texts.file}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-hint${problem === undefined ? '' : ` ${id}-problem`}`}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) file.choose(chosen);
          }}
        />
        {problem !== undefined && (
          <p id={`${id}-problem`} className="connection-problem">
            {problem}
          </p>
        )}
        <p id={`${id}-hint`} className="minor">
          {texts.fileHint}
        </p>
      </div>
      {file.error && <ErrorNotice error={file.error} />}
      {isReading && <Spinner label={texts.fileReading} />}
      {preview && (
        <>
          <FilePreviewPart preview={preview} />
          <h3>{texts.columns}</h3>
          <div className="file-columns">
            {type.fields.map((field) => {
              const { name, isRequired } = field;
              const { title, description } = fieldWords(type.typeId, field);
              const samples = samplesOf(columns[name]);
              return (
                <TextField
                  key={name}
                  label={title}
                  hint={samples.length > 0 ? texts.samples(samples) : description}
                  isRequired={isRequired}
                  choices={headings.map((heading) => ({ value: heading, title: heading }))}
                  noChoice={texts.noColumn}
                  problem={columns[name] ? undefined : problems.get(`settings.${name}`)}
                  value={columns[name] ?? ''}
                  onChange={(heading) => file.setColumn(name, heading)}
                />
              );
            })}
          </div>
        </>
      )}
    </div>
  );
}
