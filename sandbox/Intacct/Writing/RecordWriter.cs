using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;

namespace Isthmus.Sandbox.Intacct.Writing;

/// <summary>Creates, changes and deletes records with the rules of the books.</summary>
internal sealed class RecordWriter(Company company)
{
    public Record Create(Table table, Draft draft)
    {
        var key = draft[table.Type.Key];
        if (table.Type.Key.Length > 0 && table.Find(key) is not null) throw Duplicate(table, key);
        return Fill(table, company.New(), draft, created: true);
    }

    public Record Update(Table table, Draft draft)
    {
        var known = long.TryParse(draft["RECORDNO"], out var number) ? table.Find(number) : table.Find(draft[table.Type.Key]);
        if (known is null) throw new FunctionException("BL01001974", $"Could not update {table.Type.Name} record: it does not exist.");
        return Fill(table, known.Copy(), draft, created: false);
    }

    public void Delete(Table table, string key)
    {
        var known = (long.TryParse(key, out var number) ? table.Find(number) : null) ?? table.Find(key)
            ?? throw new FunctionException("BL01001975", $"Could not delete {table.Type.Name} record {key}: it does not exist.");
        company.Remove(table, known);
    }

    private Record Fill(Table table, Record record, Draft draft, bool created)
    {
        var type = table.Type;
        foreach (var (name, value) in draft.Fields)
        {
            if (type.Contacts.Contains(name.Split('.')[0])) continue;
            FieldRules.Set(company, type, record, name, value);
        }
        if (draft.List is { } list) record.Put(list);
        foreach (var field in type.Fields.Where(field => field.Required && record[field.Name].Length == 0
            && type.Name != ObjectTypes.Contact))
            throw new FunctionException("BL03000002", $"The field {field.Name} of {type.Name} is required.", "Provide a value.");
        if (type.Name == ObjectTypes.Contact && record["PRINTAS"].Length == 0) record["PRINTAS"] = record["CONTACTNAME"];
        if (type.Find("STATUS") is not null && record["STATUS"].Length == 0) record["STATUS"] = "active";
        new OwnContacts(company, this).Apply(type, record, draft, created);
        record.Modified = company.Now;
        company.Put(table, record, created);
        return record;
    }

    private static FunctionException Duplicate(Table table, string key) => new(
        table.Type.Name == ObjectTypes.Contact ? "PL05000104" : "BL34000061",
        $"Another {Title(table.Type.Name)} with the given value(s) {key} already exists", "Use a unique value instead.");

    private static string Title(string name) => name[0] + name[1..].ToLowerInvariant();
}
