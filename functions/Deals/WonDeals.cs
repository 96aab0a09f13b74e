using System.Text;
using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Canonical;
using Isthmus.Core.Deals;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Functions.Deals.Reading;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals;

/// <summary>Makes ready a deal whose order is to be entered, and asks a person where a rule says so.</summary>
public sealed class WonDeals(DealReading reading, Amounts amounts, IPayloadStore payloads, DealRules rules)
{
    /// <summary>The deal with its order, or the question that comes first.</summary>
    /// <param name="state">What is known of the deal.</param>
    /// <param name="deal">The deal.</param>
    /// <param name="edited">Reference of an order that a person edited; null reads it from the deal.</param>
    /// <param name="notes">The step's notes.</param>
    public async Task<DealRead> ReadAsync(DealState state, JsonElement deal, string? edited, StepNotes notes)
    {
        var read = edited is null
            ? await reading.ReadAsync(deal, notes, CancellationToken.None)
            : await reading.ReadAsync(deal, CanonicalJson.Read<SalesOrder>(await payloads.GetAsync(edited)),
                CancellationToken.None);
        var mark = edited is null ? DealMark.Of(read.Order) : await reading.MarkAsync(deal, notes, CancellationToken.None);
        var key = $"{state.Winning}:{mark}";
        if (state.Approved != key && Question(state, deal, read) is { } words)
            return new DealRead(RunState.Held, words) { Question = new DealQuestion(words, key) };
        var due = new WonDeal(
            state.Id, state.Winning, read.Account.NeedText("id", ZohoCrmOptions.Id), await PutAsync(read.Account.GetRawText()),
            read.Order.Currency, edited ?? await payloads.PutAsync(CanonicalJson.Write(read.Order)), mark);
        return new DealRead(RunState.Done, $"The deal is won, and {read.Order.Lines.Count} lines were sold.") { Due = due };
    }

    private string? Question(DealState state, JsonElement deal, ReadOrder read)
    {
        var again = state.Stand == WinningStand.Asked
            ? $"The deal was ordered as {state.Order?.Number}, reopened and won again. "
                + "Approve to enter another order; reject to leave it at that one." : null;
        if (rules.Options.AmountDiffers != "hold" || read.AmountFits) return again;
        var lines = amounts.Decimal(new Money(read.Order.Total, read.Order.Currency));
        return $"{again} The deal's amount is {deal.FindNumber("Amount")} {read.Order.Currency}, and its lines come to {lines}. "
            .TrimStart() + "Approve to order the lines; reject to order nothing.";
    }

    private Task<string> PutAsync(string json) => payloads.PutAsync(Encoding.UTF8.GetBytes(json));
}
