using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Functions.Steps;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Functions.Deals.Reading;

/// <summary>The lines of the quote that the customer agreed to. Which one that is must not be guessed.</summary>
internal sealed class QuoteLines(ZohoCrmClient crm, CrmModuleGate gate, DealProducts products, DealRules rules) : IDealLines
{
    private const string Quotes = "Quotes";

    /// <inheritdoc/>
    public string Name => "quote";

    /// <inheritdoc/>
    public async Task<DealGoods> ReadAsync(JsonElement deal, CancellationToken cancellation)
    {
        var quote = await AgreedAsync(deal.NeedText("id", ZohoCrmOptions.Id), cancellation);
        var rows = quote.NeedList("Quoted_Items", ZohoCrmOptions.Id).ToList();
        var known = await products.FindAsync(rows.Select(row => row.Lookup("Product_Name")), cancellation);
        var lines = rows.Select(row => Line(row, known)).ToList();
        return new DealGoods(lines, quote.Amount("Discount"), quote.Amount("Adjustment"), quote.FindNumber("Grand_Total"))
        {
            Currency = quote.FindText("Currency") is { Length: > 0 } currency ? currency : null,
        };
    }

    /// <summary>One in an agreed stage; else the only one there is.</summary>
    private async Task<JsonElement> AgreedAsync(string dealId, CancellationToken cancellation)
    {
        var found = await OfDealAsync(dealId, cancellation);
        var agreed = found.Where(quote => IsAgreed(quote.Stage)).ToList();
        var choice = agreed.Count > 0 ? agreed : found;
        if (choice.Count != 1) throw DealRefusals.NoOneQuote(found.Count, agreed.Count, rules.Options.QuoteStages);
        return await crm.GetAsync(Quotes, choice[0].Id, cancellation)
            ?? throw DealRefusals.NoOneQuote(0, 0, rules.Options.QuoteStages);
    }

    private async Task<IReadOnlyList<(string Id, string? Stage)>> OfDealAsync(string dealId, CancellationToken cancellation)
    {
        var ofDeal = new CrmQuery(Quotes, ["id", "Quote_Stage"], $"Deal_Name = {Coql.Text(dealId)}", null);
        try
        {
            return await crm.QueryAsync(ofDeal, cancellation)
                .Select(row => (row.NeedText("id", ZohoCrmOptions.Id), row.FindText("Quote_Stage"))).ToListAsync(cancellation);
        }
        catch (FailureException refused) when (refused.Failure.Class is FailureClass.Permanent or FailureClass.Bug)
        {
            gate.Forget();
            if (await gate.IsOpenAsync(Quotes, cancellation)) throw;
            throw DealRefusals.NoQuotes();
        }
    }

    private bool IsAgreed(string? stage) => rules.Options.QuoteStages
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Contains(stage, StringComparer.OrdinalIgnoreCase);

    private static DealLine Line(JsonElement row, IReadOnlyDictionary<string, DealProduct> known)
    {
        var product = row.Lookup("Product_Name") is { } id ? known.GetValueOrDefault(id) : null;
        return new DealLine(
            row.NeedText("id", ZohoCrmOptions.Id), product?.Code, row.FindText("Description") ?? product?.Name, row.Quantity("Quantity"),
            row.Amount("List_Price"), row.Amount("Discount"));
    }
}
