using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.OrderToCash;

/// <summary>One document to be written at Zoho under a number of our own.</summary>
/// <param name="Target">Connection and kind, such as <c>zoho-inventory.salesorder</c>.</param>
/// <param name="Key">The business key that it stands for; Zoho holds it as <c>reference_number</c>.</param>
/// <param name="Number">The number that we give.</param>
/// <param name="RunId">The run that writes.</param>
/// <param name="Prefix">How Zoho names its members: <c>salesorder</c> for <c>salesorder_id</c>.</param>
public sealed record DocumentWrite(string Target, string Key, string Number, string RunId, string Prefix)
{
    /// <summary>Creates it.</summary>
    public required Func<Task<JsonElement>> Create { get; init; }

    /// <summary>Looks for it by its number.</summary>
    public required Func<Task<JsonElement?>> Find { get; init; }

    /// <summary>True where a later step names its lines.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>What its total must be; null where it holds only a part of the source's document.</summary>
    public required Money? Total { get; init; }

    /// <summary>The setting that says how our own numbers begin.</summary>
    public string PrefixSetting { get; init; } = "Isthmus:OrderToCash:NumberPrefix";
}

/// <summary>
/// Writes a document exactly once in effect: claim, search unless nobody tried before, create under our own number, which Zoho
/// refuses to give twice, check the total, record.
/// </summary>
public sealed class DocumentWriter(CrossReferenceStore references, IPayloadStore payloads, WrittenRecords records, Amounts amounts)
{
    /// <summary>Writes the document, or adopts the one that an earlier try left.</summary>
    public async Task<ZohoDocument> WriteAsync(DocumentWrite write, StepNotes notes)
    {
        var claim = await references.ClaimAsync(write.Key, write.Target, write.RunId);
        if (claim.State == ClaimState.Done) return Known(claim.Reference!);
        if (claim.State == ClaimState.Taken) throw BeingWritten(write);
        var document = claim.State == ClaimState.Repeat ? await FindOwnAsync(write) : null;
        document ??= await CreateAsync(write);
        CheckTotal(write, document.Value);
        var lines = write.KeepsLines ? await KeepLinesAsync(document.Value) : null;
        var reference = new Reference(Text(document.Value, write.Prefix + "_id"), write.Number, lines);
        await records.AddAsync(write.RunId, $"write {write.Prefix}", write.Key, write.Target, reference, notes);
        notes.Detail = $"{write.Number} is {reference.Id}.";
        return Known(reference);
    }

    private static async Task<JsonElement> CreateAsync(DocumentWrite write)
    {
        try { return await write.Create(); }
        catch (FailureException taken) when (taken.Failure.Code == "duplicate-number")
        {
            return await FindOwnAsync(write) ?? throw new FailureException(taken.Failure, taken);
        }
    }

    private static async Task<JsonElement?> FindOwnAsync(DocumentWrite write)
    {
        if (await write.Find() is not { } found) return null;
        if (Text(found, "reference_number") == write.Key) return found;
        throw new FailureException(new Failure(
            FailureClass.Conflict, "zoho-inventory", $"write {write.Prefix}", "number-taken",
            $"Zoho has a document {write.Number} that belongs to something else.",
            $"Change {write.PrefixSetting}, or rename that document in Zoho; then resubmit.")
        {
            Field = write.Prefix + "_number",
        });
    }

    private void CheckTotal(DocumentWrite write, JsonElement document)
    {
        if (write.Total is not { } promised) return;
        var total = document.NeedNumber("total", ZohoInventoryOptions.Id);
        if (amounts.Equal(total, promised)) return;
        throw new FailureException(new Failure(
            FailureClass.Conflict, "zoho-inventory", $"write {write.Prefix}", "total-differs",
            $"Zoho computed {total} for {write.Number}; the order is {promised.Minor} {promised.Currency} minor units.",
            "Look at the taxes and the price precision of the organisation in Zoho, void the document there, then resubmit.")
        {
            Field = "total",
        });
    }

    private async Task<string> KeepLinesAsync(JsonElement document)
    {
        var ids = document.NeedList("line_items", ZohoInventoryOptions.Id).Select(line => Text(line, "line_item_id")).ToArray();
        return await payloads.PutAsync(JsonSerializer.SerializeToUtf8Bytes(ids));
    }

    private static ZohoDocument Known(Reference reference) => new(reference.Id, reference.Number!, reference.Detail);

    private static string Text(JsonElement record, string name) => record.NeedText(name, ZohoInventoryOptions.Id);

    private static FailureException BeingWritten(DocumentWrite write) => new(new Failure(
        FailureClass.Locked, "zoho-inventory", $"write {write.Prefix}", "being-written",
        $"Another run writes {write.Number} at this moment.", "It is tried again by itself."));
}
