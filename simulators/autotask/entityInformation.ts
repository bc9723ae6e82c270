import type { AutotaskQuirks } from './quirks.js';
import { tenantIdUdf, typeLabels, typeNumber } from './records.js';

/** `GET Companies/entityInformation/fields`. The values of a picklist are texts, though the rows hold numbers. */
export function companyFieldInformation(quirks: AutotaskQuirks): object {
  const picklistValues = typeLabels.map((label, index) => ({ value: String(typeNumber(label, quirks)), label, isDefaultValue: false, sortOrder: index + 1, isActive: true, isSystem: true }));
  const field = (name: string, isRequired: boolean) => ({ name, dataType: 'string', length: 100, isRequired, isReadOnly: false, isQueryable: true, isReference: false, isPickList: false, picklistValues: null });
  return {
    fields: [
      { ...field('id', true), dataType: 'long', isReadOnly: true },
      field('companyName', true),
      field('phone', true),
      { ...field('companyType', true), dataType: 'integer', isPickList: true, picklistValues: [...picklistValues, { value: '99', label: 'Former customer', isDefaultValue: false, sortOrder: 9, isActive: false, isSystem: false }] },
      { ...field('ownerResourceID', quirks.requiresOwner ?? false), dataType: 'integer', isReference: true },
      field('webAddress', false),
      field('city', false),
      field('address1', false),
    ],
  };
}

export function companyUdfInformation(): object {
  return { fields: ['Backup plan', tenantIdUdf].map((name) => ({ name, label: name, type: 'Text', dataType: 'string', length: 200, isRequired: false, isReadOnly: false })) };
}
