using System.Text.Json;
using static Isthmus.Flows.Tests.IntacctToCrm.IntacctDesk;

namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>A record as Intacct's own ledger has it.</summary>
internal sealed class BookEntry(JsonElement record)
{
    public static readonly BookEntry None = new(JsonElement.Parse("""{"RECORDNO":0,"values":{},"list":[]}"""));

    public string Number { get; } = record.GetProperty("RECORDNO").ToString();

    public string Key => "sage-intacct:harbor-co:" + Number;

    public string this[string field] => Text(record.GetProperty("values"), field) ?? "";

    public string Street => string.Join(
        ", ", new[] { this["MAILADDRESS.ADDRESS1"], this["MAILADDRESS.ADDRESS2"] }.Where(line => line.Length > 0));

    public string Email(string field) => this[field].Split(',')[0].ToLowerInvariant();

    public string Ids(string field) => this[field].Replace("#~#", "; ", StringComparison.Ordinal);

    public bool Lists(string contact) =>
        record.GetProperty("list").EnumerateArray().Any(item => Text(item, "CONTACT.NAME") == contact);
}
