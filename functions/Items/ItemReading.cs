using System.Text.Json;
using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Core.Items;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Items;

/// <summary>
/// Reads an item of a system by its mapping document. Neither system gives its items a currency: both keep prices in the
/// organisation's own.
/// </summary>
public sealed class ItemReading(Mapper mapper, ZohoSettings settings)
{
    /// <summary>The item that a record stands for.</summary>
    /// <param name="document"><c>sage-item</c> or <c>zoho-item</c>.</param>
    /// <param name="record">The record as it came.</param>
    /// <param name="notes">Takes the mapping's version.</param>
    /// <exception cref="FailureException">The record cannot be an item; the failure names each field.</exception>
    public async Task<Item> ReadAsync(string document, JsonElement record, StepNotes notes) =>
        CanonicalJson.Read<Item>(await MapAsync(document, record, notes));

    /// <summary>
    /// What is to be remembered of a record: its mark changes with what the mapping makes of it, and with nothing else. A record that
    /// cannot be mapped has the mark of the record itself, so that its own run says why.
    /// </summary>
    /// <returns>The mark, and why a rule leaves the item where it is.</returns>
    public async Task<(string Mark, string? Skip)> MarkAsync(string document, JsonElement record)
    {
        await settings.BaseCurrencyAsync();
        try
        {
            var item = await MapAsync(document, record, new StepNotes());
            return (ReadItem.MarkOf(item.Span), CanonicalJson.Read<Item>(item).Skip);
        }
        catch (FailureException refused) when (refused.Failure.Class is FailureClass.Validation or FailureClass.ReferenceMissing)
        {
            return (ReadItem.MarkOf(record.GetRawText()), null);
        }
    }

    private async Task<ReadOnlyMemory<byte>> MapAsync(string document, JsonElement record, StepNotes notes) => mapper.Map(
        document, record, notes,
        new MappingContext { Variables = new Dictionary<string, string> { ["currency"] = await settings.BaseCurrencyAsync() } });
}
