// Names of columns as other programs write them (amoCRM, Bitrix24, HubSpot, Pipedrive, Salesforce, Google, Outlook, 1C), in Russian and English.
// The first pattern that fits wins; a header is folded before, with everything but letters and digits as single spaces.
import type { ClientImportField, TaskImportField } from '../../../contract/import-fields.ts';

type Pattern<Field> = readonly [field: Field, header: RegExp];

/** `company`: surely the name of a company, not of a person. */
export const clientHeaders: Pattern<ClientImportField | 'company'>[] = [
  [
    'note',
    /^utm|^deal(?! owner)|сделк|лида$|^gclid|conversion|(?:^| )(?:id|guid|uuid|код|kladr|fias|okato|oktmo)(?: |$)/,
  ],
  ['contractDate', /дата (?:договор|контракт)|contract (?:start )?date/],
  ['contractTill', /(?:договор|контракт)\S* до|срок действия|contract (?:end|till|until|expir)/],
  ['contractTerms', /условия (?:договор|контракт|работ)|contract terms/],
  ['contractNumber', /номер (?:договор|контракт)|^(?:договор|контракт)(?: n| no)?$|contract (?:no|number)/],
  [
    'note',
    /(?:^| )(?:дата|date|time|created|modified|updated|кем|создан\S*|изменен\S*|редактир\S*)(?: |$)|^дополнительно/,
  ],
  ['email', /e ?mail|(?:^| )(?:эл\S*|электронн\S*) (?:почт|адрес)|^(?:почта|имейл|мейл)$/],
  ['zip', /индекс|(?:^| )(?:zip|postal code|post ?code|postcode|plz)(?: |$)/],
  [
    'messenger',
    /telegram|телеграм|whats ?app|вотсап|ватсап|viber|вайбер|skype|скайп|icq|jabber|msn|messenger|контакт (?:facebook|вконтакте|другой)|другой контакт/,
  ],
  [
    'phone',
    /phone|(?:^| )(?:tel|mobile|cell|fax|pager|тел|моб|телефон\S*|мобильн\S*|факс\S*|номер факса|пейджер\S*)(?: |$)|номера? пейджера/,
  ],
  ['site', /сайт|страница|микроблог|(?:^| )(?:web|website|site|url|homepage|linkedin|www)(?: |$)/],
  ['inn', /^инн|(?:^| )(?:inn|tax id|tin)(?: |$)/],
  ['kpp', /^кпп|^kpp/],
  ['ogrn', /^огрн|^ogrn/],
  ['bik', /^бик|(?:^| )(?:bik|bic|swift)(?: |$)/],
  ['correspondentAccount', /^(?:к с|кор\S* ?сч\S*|корреспондентск\S* сч\S*)$|correspondent account/],
  ['iban', /(?:^| )iban(?: |$)/],
  ['vat', /(?:^| )(?:vat|vatin|tax number)(?: |$)/],
  ['account', /^(?:р с|расч\S* сч\S*|счет|bank account|account number)$/],
  ['bank', /^(?:банк|наименование банка|bank|bank name)$/],
  [
    'responsible',
    /ответственн|куратор|^менеджер|(?:^| )(?:owner|assigned to|assignee|account manager|responsible|sales rep|sales agent|manager)(?: |$)/,
  ],
  ['tags', /^тег|^метк|(?:^| )(?:tags?|labels?)(?: |$)/],
  ['note', /этап|воронка|pipeline|причина|lost reason|(?:^| )stage(?: |$)|repeat|повторный/],
  ['status', /статус|(?:^| )(?:status|lifecycle)(?: |$)/],
  ['origin', /^(?:источник|откуда|канал)|(?:^| )(?:source|referrer|origin)(?: |$)/],
  ['fullName', /(?:полное|юридическое) (?:наименование|название)|legal (?:entity )?name|full company name/],
  [
    'person',
    /контактное лицо|^контакт(?:ы)?$|имя контакта|^(?:фио|ф и о)|^contact(?: person| name)?$|full ?name|person name|lead name|primary contact/,
  ],
  ['lastName', /^фамилия|^last$|(?:^| )(?:last ?name|family name|surname)(?: |$)/],
  ['middleName', /^отчество|^(?:mid|middle|additional|second) ?name$/],
  ['firstName', /^имя$|^first$|^(?:first|given) ?name$/],
  ['personTitle', /^должность|^(?:job )?title$|contact title|^position$|^occupation$/],
  ['note', /yomi|prefix|suffix|nickname|maiden|short name|initials|путь клиента/],
  [
    'company',
    /компани|организаци|контрагент|^фирма|company|organi[sz]ation|^account(?: name)?$|business name|предприятие|^корпорация/,
  ],
  [
    'name',
    /^(?:name|имя клиента|наименование|название|клиент|заказчик|покупатель|поставщик|client|customer)(?: name)?$|^(?:client|customer) name/,
  ],
  ['legalAddress', /юр\S* ?адрес|legal address|registered (?:address|office)/],
  ['street', /улиц|^(?:квартира|дом|офис)$|(?:^| )(?:street|address line|address 2)(?: |$)/],
  ['city', /город|населенн|(?:^| )(?:city|town|locality)(?: |$)/],
  [
    'region',
    /^(?:область|регион|район|край|федеральный округ)|(?:^| )(?:region|state|province|county|federal district)(?: |$)/,
  ],
  ['country', /^страна|(?:^| )country(?: |$)/],
  ['actualAddress', /адрес|местоположени|местонахожд|address|(?:^| )location(?: |$)/],
  ['group', /^групп|^категори|^сегмент|(?:^| )(?:group|category|segment|territory)(?: |$)/],
  ['type', /^тип(?: клиента| контрагента| компании)?$|^(?:client |customer |account |company )?type$/],
  [
    'line',
    /сфера|отрасль|вид деятельности|направление деятельности|(?:^| )(?:industry|sector|line of business)(?: |$)/,
  ],
  [
    'notes',
    /примечани|комментар|заметк|^обращение|^описание|информация|о клиенте|(?:^| )(?:notes?|comments?|description)(?: |$)/,
  ],
];

export const taskHeaders: Pattern<TaskImportField>[] = [
  ['note', /(?:^| )(?:created|modified|updated|создан\S*|изменен\S*|редактир\S*|кем|постановщик)(?: |$)/],
  ['clientId', /^(?:id|код) (?:клиента|контрагента|компании)|^(?:client|customer|company|account) id$/],
  ['note', /(?:^| )(?:id|guid|uuid|код)(?: |$)/],
  ['clientInn', /инн|(?:^| )inn(?: |$)/],
  ['clientEmail', /e ?mail|почта/],
  ['clientPhone', /phone|телефон/],
  [
    'clientName',
    /клиент|контрагент|компани|организаци|заказчик|(?:^| )(?:client|customer|company|account|organi[sz]ation|contact|контакт)(?: |$)/,
  ],
  [
    'manager',
    /ответственн|исполнител|менеджер|сотрудник|(?:^| )(?:owner|assignee|assigned(?: to)?|manager|responsible|user)(?: |$)/,
  ],
  ['results', /результат|итог|(?:^| )(?:results?|outcome)(?: |$)/],
  ['minutes', /длительн|продолжительн|минут|(?:^| )(?:duration|minutes)(?: |$)/],
  ['deadline', /крайний|дедлайн|deadline|(?:^| )(?:срок\S*|due)(?: |$)/],
  ['date', /(?:^| )(?:дата|date|start|начало|когда|план\S*|planned|when|scheduled)(?: |$)/],
  ['time', /(?:^| )(?:время|time|час)(?: |$)/],
  ['state', /статус|состояние|(?:^| )(?:status|state|stage)(?: |$)/],
  ['type', /(?:^| )(?:тип|вид|type|category|категория)(?: |$)/],
  ['tags', /^тег|^метк|(?:^| )(?:tags?|labels?)(?: |$)/],
  [
    'description',
    /описание|задач|тема|название|содержание|текст|что (?:с)?делать|дело|комментар|(?:^| )(?:subject|title|name|task|description|activity|summary|notes?|comments?)(?: |$)/,
  ],
];

/** Words that are recognised with one slip of the keyboard. */
export const oftenMistyped: [ClientImportField | 'company', string[]][] = [
  ['name', ['name', 'название', 'наименование', 'client', 'customer']],
  ['company', ['company', 'компания', 'организация', 'organization']],
  ['email', ['email', 'почта']],
  ['phone', ['phone', 'mobile', 'телефон']],
  ['status', ['status', 'статус']],
  ['origin', ['source', 'источник']],
  ['responsible', ['owner', 'manager', 'менеджер', 'ответственный']],
  ['notes', ['notes', 'comment', 'примечание', 'комментарий']],
  ['actualAddress', ['address', 'адрес']],
  ['city', ['city', 'город']],
  ['country', ['country', 'страна']],
  ['lastName', ['фамилия', 'surname']],
];
