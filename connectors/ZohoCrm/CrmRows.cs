using System.Buffers;
using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// Line items. Zoho adds every row that comes without its row's id to those that are there, so that an invoice sent twice has its
/// lines twice; rows that are wanted must be laid over those that are stored. Source: Zoho CRM API v8, Update Subforms.
/// </summary>
public static class CrmRows
{
    /// <summary>
    /// The rows to send so that the record holds exactly the wanted ones: known rows with their ids, new ones without, the others
    /// marked for removal, also those that somebody added by hand.
    /// </summary>
    /// <param name="stored">The whole record as <see cref="ZohoCrmClient.GetAsync"/> shows it; null for a new one.</param>
    /// <param name="subform">The member that holds the rows: <c>Ordered_Items</c>, <c>Invoiced_Items</c>.</param>
    /// <param name="wanted">The rows as they shall be, without ids.</param>
    /// <param name="keyOf">
    /// What tells rows apart, of wanted and of stored ones; rows of the same key are taken in their order. Null for a row that is
    /// nobody's.
    /// </param>
    public static JsonElement Merge(
        JsonElement? stored, string subform, IReadOnlyList<JsonElement> wanted, Func<JsonElement, string?> keyOf)
    {
        var known = new Dictionary<string, Queue<string>>(StringComparer.Ordinal);
        var others = new List<string>();
        foreach (var row in stored?.Items(subform) ?? [])
        {
            if (row.Text("id") is not { } id) continue;
            if (keyOf(row) is not { } key) others.Add(id);
            else if (known.TryGetValue(key, out var same)) same.Enqueue(id);
            else known[key] = new Queue<string>([id]);
        }
        var buffer = new ArrayBufferWriter<byte>();
        using (var rows = new Utf8JsonWriter(buffer))
        {
            rows.WriteStartArray();
            foreach (var row in wanted)
            {
                var id = keyOf(row) is { } key && known.TryGetValue(key, out var same) && same.Count > 0 ? same.Dequeue() : null;
                WriteRow(rows, row, id);
            }
            foreach (var id in others.Concat(known.Values.SelectMany(left => left))) WriteRemoval(rows, id);
            rows.WriteEndArray();
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>True where a record holds rows without an id: sending it twice adds them twice.</summary>
    internal static bool AnyNew(IEnumerable<JsonElement> records) => records.Any(record =>
        record.ValueKind == JsonValueKind.Object && record.EnumerateObject().Any(member =>
            member.Value.ValueKind == JsonValueKind.Array && member.Name is not "Tag" && !member.Name.StartsWith('$')
            && member.Value.EnumerateArray().Any(row => row.ValueKind == JsonValueKind.Object && row.Member("id") is null)));

    private static void WriteRow(Utf8JsonWriter rows, JsonElement row, string? id)
    {
        rows.WriteStartObject();
        if (id is not null) rows.WriteString("id", id);
        foreach (var member in row.EnumerateObject())
            if (member.Name != "id") member.WriteTo(rows);
        rows.WriteEndObject();
    }

    private static void WriteRemoval(Utf8JsonWriter rows, string id)
    {
        rows.WriteStartObject();
        rows.WriteString("id", id);
        rows.WriteNull("_delete");
        rows.WriteEndObject();
    }
}
