using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;

namespace Isthmus.Sandbox.Intacct.Writing;

/// <summary>
/// The contacts of a customer or vendor: its own, made with it and named after it, and others that it names. A change of a contact does
/// not stamp those who point to it.
/// </summary>
internal sealed class OwnContacts(Company company, RecordWriter writer)
{
    private const string Own = "DISPLAYCONTACT";

    public void Apply(ObjectType type, Record record, Draft draft, bool created)
    {
        foreach (var link in type.Contacts.Where(link => link != Own || draft[$"{Own}.CONTACTNAME"].Length > 0))
            Name(record, link, draft.Fields.GetValueOrDefault($"{link}.CONTACTNAME"));
        if (!type.Contacts.Contains(Own)) return;
        var given = draft.Fields.Where(field => field.Key.StartsWith(Own + ".", StringComparison.OrdinalIgnoreCase)
            && !field.Key.EndsWith(".CONTACTNAME", StringComparison.OrdinalIgnoreCase)).ToList();
        if (given.Count == 0 && (!created || record[Own].Length > 0)) return;
        if (record[Own].Length == 0) record[Own] = $"{record["NAME"]}({type.Letter}{record[type.Key]})";
        var contact = new Draft();
        contact.Fields["CONTACTNAME"] = record[Own];
        if (created) contact.Fields["PRINTAS"] = record["NAME"];
        foreach (var (name, value) in given) contact.Fields[name[(Own.Length + 1)..]] = value;
        var contacts = company[ObjectTypes.Contact];
        if (created && contacts.Find(record[Own]) is null) writer.Create(contacts, contact);
        else if (created) throw new FunctionException("PL05000104",
            $"Another Contact with the given value(s) {record[Own]} already exists");
        else if (contacts.Find(record[Own]) is null) writer.Create(contacts, contact);
        else writer.Update(contacts, contact);
    }

    private void Name(Record record, string link, string? name)
    {
        if (name is null) return;
        if (name.Length > 0 && company[ObjectTypes.Contact].Find(name) is null)
            throw new FunctionException("BL03000018", $"The contact {name} does not exist.", "Create it first.");
        record[link] = name;
    }
}
