import { ChoiceSetInput, type CardElement, type SerializationContext } from 'adaptivecards';
import type { Choice } from '../../wire.js';
import { makeCombobox, type Combobox } from './combobox.js';

export type SearchChoices = (dataset: string, queryText: string, data: Record<string, unknown> | undefined) => Promise<readonly Choice[]>;

/** How the card asks its bot for choices; undefined where the client has no typeahead. Set before the card is rendered. */
export const searchOf = new WeakMap<CardElement, SearchChoices | undefined>();

type Query = { readonly dataset: string; readonly withInputs: boolean };

/** Input.ChoiceSet with Teams' typeahead, which adaptivecards 3.0.6 leaves to its host: `filtered` style and `choices.data`. */
export class ChoicePicker extends ChoiceSetInput {
  private picker: Combobox | undefined;
  private query: Query | undefined;

  protected override internalParse(source: Record<string, unknown>, context: SerializationContext): void {
    super.internalParse(source, context);
    // Read by hand: adaptivecards drops it from a card of version 1.5, Teams does not.
    const data = source['choices.data'] as { type?: unknown; dataset?: unknown; associatedInputs?: unknown } | undefined;
    if (data?.type === 'Data.Query' && typeof data.dataset === 'string') this.query = { dataset: data.dataset, withInputs: data.associatedInputs === 'auto' };
  }

  protected override internalRender(): HTMLElement | undefined {
    const canSearch = this.query !== undefined && this.search() !== undefined;
    if (this.isMultiSelect || (this.style !== 'filtered' && !canSearch)) return super.internalRender();
    const initial = this.fixedChoices().find(({ value }) => value === this.defaultValue);
    this.picker = makeCombobox({
      placeholder: this.placeholder ?? '',
      initial: initial ?? (this.defaultValue ? { title: this.defaultValue, value: this.defaultValue } : undefined),
      find: (text) => this.find(text),
      onChange: () => this.valueChanged(),
    });
    if (this.isRequired) this.picker.input.setAttribute('aria-required', 'true');
    return this.picker.element;
  }

  private search(): SearchChoices | undefined {
    return searchOf.get(this.getRootElement());
  }

  private fixedChoices(): Choice[] {
    return this.choices.map(({ title, value }) => ({ title: title ?? '', value: value ?? '' }));
  }

  private async find(text: string): Promise<readonly Choice[]> {
    const needle = text.toLowerCase();
    const fixed = this.fixedChoices().filter(({ title }) => title.toLowerCase().includes(needle));
    const search = this.search();
    if (!this.query || !search) return fixed;
    const found = await search(this.query.dataset, text, this.query.withInputs ? this.inputs() : undefined);
    const known = new Set(found.map(({ value }) => value));
    return [...found, ...fixed.filter(({ value }) => !known.has(value))];
  }

  private inputs(): Record<string, unknown> {
    const others = this.getRootElement().getAllInputs().filter((input) => input !== this && input.id);
    return Object.fromEntries(others.map((input): [string, unknown] => [input.id ?? '', input.value]));
  }

  clear(): void {
    this.picker?.clear();
  }

  protected override updateInputControlAriaLabelledBy(): void {
    super.updateInputControlAriaLabelledBy();
    const input = this.picker?.input;
    if (!input) return;
    const labels = this.getAllLabelIds().join(' ');
    this.renderedInputControlElement?.removeAttribute('aria-labelledby');
    if (labels) input.setAttribute('aria-labelledby', labels);
    else input.setAttribute('aria-label', this.placeholder ?? this.id ?? '');
  }

  override focus(): void {
    if (this.picker) this.picker.input.focus();
    else super.focus();
  }

  override get value(): string | undefined {
    return this.picker ? this.picker.selected()?.value : super.value;
  }

  override isSet(): boolean {
    return Boolean(this.value);
  }

  override isValid(): boolean {
    return this.picker ? !this.picker.hasLooseText() : super.isValid();
  }
}
