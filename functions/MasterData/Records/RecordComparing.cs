using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.MasterData.Records;

/// <summary>A field that would change; personal values are masked.</summary>
/// <param name="Field">Its API name.</param>
/// <param name="Before">What the CRM has.</param>
/// <param name="After">What it would have.</param>
public sealed record ChangedField(string Field, string? Before, string? After);

/// <summary>What would change in the CRM.</summary>
/// <param name="Key">The record's own key.</param>
/// <param name="CrmId">Its id in the CRM; null where it would be made.</param>
/// <param name="Fields">The fields that would change.</param>
public sealed record RecordChange(string Key, string? CrmId, IReadOnlyList<ChangedField> Fields);

/// <summary>Holds a record as it would be written against what the CRM has.</summary>
internal sealed class RecordComparing(ZohoCrmClient crm, MasterStore store, ZohoCrmOptions crmOptions)
{
    /// <summary>The fields that would change; a call or two to the CRM.</summary>
    public async Task<RecordChange> CompareAsync(IMasterFlow flow, MadeRecord made, CancellationToken cancellation)
    {
        var kept = await store.FindAsync(flow.Name, made.Key, cancellation);
        var id = made.CrmId ?? kept?.CrmId ?? await IdAsync(flow, made, cancellation);
        var there = id is null ? null : await crm.GetAsync(flow.Module, id, cancellation);
        var emptied = made.EmptiedSince(kept?.Fields).Select(name => (Name: name, After: ""));
        var wanted = made.Body.EnumerateObject().Select(field => (field.Name, After: Plain(field.Value)));
        var fields = wanted.Concat(emptied).Select(field => (field.Name, Before: Before(there, field.Name), field.After))
            .Where(field => field.Before != field.After)
            .Select(field => new ChangedField(field.Name, Shown(field.Name, field.Before), Shown(field.Name, field.After)));
        return new RecordChange(made.Key, there is null ? null : id, [.. fields]);
    }

    private async Task<string?> IdAsync(IMasterFlow flow, MadeRecord made, CancellationToken cancellation)
    {
        var key = made.Body.GetProperty(crmOptions.KeyField).GetString()!;
        return (await crm.FindAsync(flow.Module, crmOptions.KeyField, key, ["id"], cancellation))?.FindText("id");
    }

    private string? Shown(string field, string value) =>
        value.Length == 0 ? null : field == crmOptions.KeyField ? value : Personal.Shown(field, value);

    private static string Before(JsonElement? there, string name) =>
        there is { } record && record.TryGetProperty(name, out var value) ? Plain(value) : "";

    /// <summary>Of lines only their number: what the CRM computes in them is not ours.</summary>
    private static string Plain(JsonElement value) =>
        PlainValue.IsLines(value) ? $"{value.GetArrayLength()} lines" : PlainValue.Of(value);
}
