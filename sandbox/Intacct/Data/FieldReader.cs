using System.Globalization;

namespace Isthmus.Sandbox.Intacct.Data;

/// <summary>A field as queries see it: its text for people, and a value that can be compared; null for none.</summary>
internal sealed record FieldReader(FieldType Type, Func<Record, string> Text, Func<Record, IComparable?> Value)
{
    /// <summary>The field of an object, or behind a dot of the contact that it points to; null when there is none.</summary>
    public static FieldReader? Find(Company company, ObjectType type, string name)
    {
        if (Contact(company, type, name) is { } contact) return contact;
        if (type.Find(name) is not { } field) return null;
        return field.Name switch
        {
            "RECORDNO" => new(field, record => $"{record.Number}", record => record.Number),
            "WHENCREATED" when type.Name != "ARINVOICE" => Moment(company, field, record => record.Created),
            "WHENMODIFIED" => Moment(company, field, record => record.Modified),
            "ACCESSTIME" => Moment(company, field, record => DateTimeOffset.FromUnixTimeSeconds(
                long.Parse(record["ACCESSTIME"], CultureInfo.InvariantCulture))),
            "PARENTNAME" => Parent(company, type, field),
            _ => new(field, record => record[field.Name], record => Compared(field, record[field.Name], company.Time)),
        };
    }

    /// <summary>What a text means as a value of the field; null when it is none.</summary>
    public static IComparable? Compared(FieldType field, string text, UserTime time) => text.Length == 0 ? null : field.Kind switch
    {
        FieldKind.Integer => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null,
        FieldKind.Decimal => decimal.TryParse(text, CultureInfo.InvariantCulture, out var amount) ? amount : null,
        FieldKind.Timestamp => time.Read(text),
        FieldKind.Date => UserTime.ReadDay(text),
        _ => text,
    };

    private static FieldReader Moment(Company company, FieldType field, Func<Record, DateTimeOffset?> at) =>
        new(field, record => company.Time.Show(at(record)), record => at(record));

    private static FieldReader Parent(Company company, ObjectType type, FieldType field)
    {
        var table = company[type.Name];
        string Name(Record record) => record["PARENTID"] is { Length: > 0 } id ? table.Find(id)?["NAME"] ?? "" : "";
        return new(field, Name, Name);
    }

    private static FieldReader? Contact(Company company, ObjectType type, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !type.Contacts.Contains(name[..dot], StringComparer.OrdinalIgnoreCase)) return null;
        var contacts = company[ObjectTypes.Contact];
        var link = name[..dot].ToUpperInvariant();
        if (Find(company, contacts.Type, name[(dot + 1)..]) is not { } field) return null;
        Record? Of(Record record) => record[link] is { Length: > 0 } known ? contacts.Find(known) : null;
        return new(field.Type, record => Of(record) is { } contact ? field.Text(contact) : "",
            record => Of(record) is { } contact ? field.Value(contact) : null);
    }
}
