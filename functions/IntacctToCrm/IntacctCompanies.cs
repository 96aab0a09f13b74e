using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Intacct;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>
/// Customers or vendors, which are read alike: those that changed, then those that show fields of a contact that changed, because that
/// leaves no stamp on them; each with its parent's record number and its lists of ids made readable.
/// </summary>
/// <param name="reading">The company's records.</param>
/// <param name="name">The object.</param>
/// <param name="idField">The id that people know a record by.</param>
/// <param name="oneTime">Whether those for one occasion are carried.</param>
internal sealed class IntacctCompanies(IntacctReading reading, string name, string idField, bool oneTime)
{
    private readonly IntacctParents parents = new(reading);

    public async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var cursor = await reading.BeginAsync(query, cancellation);
        var fields = await reading.FieldsAsync(name, cancellation);
        if (cursor.ByContacts) return await ByContactsAsync(cursor, fields, query.Size, cancellation);
        var page = await reading.PageAsync(name, fields, cursor, cursor.Last, query.Size, null, cancellation);
        var next = page.Remaining > 0 ? cursor with { Last = IntacctReading.Number(page.Rows[^1]) }
            : cursor.Full ? null : cursor with { Last = 0, ByContacts = true };
        return new SourcePage(await RecordsAsync(page.Rows, cancellation), next?.Write());
    }

    public async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation) =>
        await reading.FindAsync(name, key, cancellation) is { } row ? (await RecordsAsync([row], cancellation))[0] : null;

    private async Task<SourcePage> ByContactsAsync(
        IntacctCursor cursor, IReadOnlyList<string> fields, int size, CancellationToken cancellation)
    {
        var contacts = await reading.PageAsync(
            IntacctFields.Contact, ["RECORDNO", "CONTACTNAME"], cursor, cursor.Last, IntacctReading.MostNames, null, cancellation);
        if (contacts.Rows.Count == 0) return new SourcePage([], null);
        string[] names = [.. contacts.Rows.Select(row => row.Text("CONTACTNAME"))];
        var showing = IntacctFilter.Any([.. ContactLinks.BehindThem(fields).Select(link => IntacctFilter.In(link, names))]);
        var others = IntacctFilter.All([showing, IntacctReading.Before(cursor)]);
        var page = await reading.PageAsync(name, fields, cursor, cursor.Inner, size, others, cancellation);
        var next = page.Remaining > 0 ? cursor with { Inner = IntacctReading.Number(page.Rows[^1]) }
            : contacts.Remaining > 0 ? cursor with { Last = IntacctReading.Number(contacts.Rows[^1]), Inner = 0 } : null;
        return new SourcePage(await RecordsAsync(page.Rows, cancellation), next?.Write());
    }

    private async Task<IReadOnlyList<SourceRecord>> RecordsAsync(IReadOnlyList<JsonElement> rows, CancellationToken cancellation)
    {
        var numbers = await parents.OfAsync(name, idField, rows, cancellation);
        return [.. rows.Select(row => Record(row, numbers))];
    }

    private SourceRecord Record(JsonElement row, IReadOnlyDictionary<string, string> numbers)
    {
        var body = JsonObject.Create(row)!;
        var parent = row.Text("PARENTID");
        if (parent.Length > 0 && numbers.TryGetValue(parent, out var number) && number != row.Key()) body["PARENTKEY"] = number;
        (body["LOCATIONS"], body["DEPARTMENTS"]) = (row.Ids("RESTRICTEDLOCATIONS"), row.Ids("RESTRICTEDDEPARTMENTS"));
        return new SourceRecord(row.Key(), JsonSerializer.SerializeToElement(body))
        {
            Skip = !oneTime && row.Text("ONETIME") == "true" ? "It is for one occasion only." : null,
        };
    }
}
