using Isthmus.Core.Reconciliation;

namespace Isthmus.Functions.Payouts;

/// <summary>A payout as a file: the entry for the books, or its lines.</summary>
public sealed class PayoutCsv(ReconciliationStore store, PayoutPosting posting, StripeAmounts amounts)
{
    /// <summary>The summary entry by account, debits and credits in the currency's main unit.</summary>
    public async IAsyncEnumerable<string> EntryAsync(Payout payout)
    {
        await Task.CompletedTask;
        var entry = SummaryEntry.Of(payout);
        var accounts = posting.Accounts(entry);
        yield return CsvText.Line("date", "payout", "entry", "account", "for", "debit", "credit", "currency");
        foreach (var line in entry.Lines)
        {
            yield return CsvText.Line(
                $"{entry.Date:yyyy-MM-dd}", payout.Id, payout.Posting, accounts.GetValueOrDefault(line.Account), line.Account,
                amounts.Decimal(line.Debit, entry.Currency), amounts.Decimal(line.Credit, entry.Currency), entry.Currency);
        }
    }

    /// <summary>Every line, oldest first.</summary>
    public async IAsyncEnumerable<string> LinesAsync(Payout payout)
    {
        yield return CsvText.Line(
            "time", "payout", "line", "type", "kind", "state", "source", "payment", "amount", "fee", "net", "currency",
            "customer amount", "customer currency", "exchange rate", "records", "reason", "cure");
        await foreach (var line in store.LinesAsync(payout.Id))
        {
            yield return CsvText.Line(
                $"{line.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}", payout.Id, line.Id, line.Type, Word(line.Kind), Word(line.State), line.Source,
                line.PaymentKey, Main(line.Amount, line.Currency), Main(line.Fee, line.Currency), Main(line.Net, line.Currency), line.Currency,
                line.PresentmentAmount is { } seen ? Main(seen, line.PresentmentCurrency!) : null, line.PresentmentCurrency,
                line.ExchangeRate, string.Join(' ', line.Records), line.Reason, line.Cure);
        }
    }

    private decimal Main(long minor, string currency) => amounts.Decimal(minor, currency);

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
