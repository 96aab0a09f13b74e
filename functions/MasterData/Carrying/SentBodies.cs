using System.Buffers;
using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>
/// What is sent of records: fields that are empty now are cleared where the module still has them, and lines are laid over those that are
/// there, because the CRM would add them a second time.
/// </summary>
internal sealed class SentBodies(ZohoCrmClient crm, FieldsThere fields, ZohoCrmOptions crmOptions)
{
    private const string Product = "Product_Name";

    /// <summary>The bodies, in the order of the records.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="records">The records, each with the id that it is to be written to where it is known.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<IReadOnlyList<JsonElement>> OfAsync(
        IMasterFlow flow, IReadOnlyList<(ChangedRecord Record, string? Id)> records, CancellationToken cancellation)
    {
        var stored = await StoredAsync(flow, records, cancellation);
        var cleared = await fields.AmongAsync(flow, [.. records.SelectMany(each => Emptied(each.Record)).Distinct()], cancellation);
        return
        [
            .. records.Select(each => Body(
                each.Record, each.Id, stored.TryGetValue(each.Record.Key, out var there) ? there : null,
                [.. Emptied(each.Record).Where(cleared.Contains)])),
        ];
    }

    private static IReadOnlyList<string> Emptied(ChangedRecord record) => record.Made.EmptiedSince(record.Kept?.Fields);

    /// <summary>The records that are there, of those that have lines; a lost answer may have left one that we do not know of.</summary>
    private async Task<Dictionary<string, JsonElement>> StoredAsync(
        IMasterFlow flow, IReadOnlyList<(ChangedRecord Record, string? Id)> records, CancellationToken cancellation)
    {
        var stored = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var lined = records.Where(each => each.Record.Made.Body.EnumerateObject().Any(member => PlainValue.IsLines(member.Value))).ToList();
        var ids = await IdsAsync(flow, [.. lined.Where(each => each.Record.IsNew && each.Id is null).Select(each => each.Record)], cancellation);
        foreach (var (record, id) in lined)
            if ((id ?? record.Kept?.CrmId ?? ids.GetValueOrDefault(KeyOf(record))) is { } known
                && await crm.GetAsync(flow.Module, known, cancellation) is { } there)
                stored[record.Key] = there;
        return stored;
    }

    private async Task<Dictionary<string, string>> IdsAsync(
        IMasterFlow flow, IReadOnlyList<ChangedRecord> records, CancellationToken cancellation)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in records.Select(KeyOf).Chunk(Coql.MostValues))
        {
            var query = new CrmQuery(flow.Module, ["id", crmOptions.KeyField], $"{crmOptions.KeyField} in {Coql.List(some)}", null);
            await foreach (var found in crm.QueryAsync(query, cancellation))
                ids[found.NeedText(crmOptions.KeyField, ZohoCrmOptions.Id)] = found.NeedText("id", ZohoCrmOptions.Id);
        }
        return ids;
    }

    private string KeyOf(ChangedRecord record) => record.Made.Body.GetProperty(crmOptions.KeyField).GetString()!;

    private static JsonElement Body(ChangedRecord record, string? id, JsonElement? stored, List<string> emptied)
    {
        if (id is null && stored is null && emptied.Count == 0) return record.Made.Body;
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var body = new Utf8JsonWriter(buffer))
        {
            body.WriteStartObject();
            if (id is not null) body.WriteString("id", id);
            foreach (var member in record.Made.Body.EnumerateObject())
            {
                if (stored is null || !PlainValue.IsLines(member.Value)) member.WriteTo(body);
                else WriteLines(body, member, stored.Value);
            }
            foreach (var name in emptied) body.WriteNull(name);
            body.WriteEndObject();
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>A line is known by its product, and where several have the same by their order.</summary>
    private static void WriteLines(Utf8JsonWriter body, JsonProperty lines, JsonElement stored)
    {
        body.WritePropertyName(lines.Name);
        CrmRows.Merge(stored, lines.Name, [.. lines.Value.EnumerateArray()], ProductOf).WriteTo(body);
    }

    private static string? ProductOf(JsonElement line) => line.TryGetProperty(Product, out var product) ? PlainValue.Of(product) : "";
}
