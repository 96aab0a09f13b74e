using System.Globalization;
using Azure.Data.Tables;
using Isthmus.Core.Canonical;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Reconciliation;

/// <summary>Payouts, lines and proofs as rows: what is looked for as columns, the record itself as JSON.</summary>
internal static class ReconciliationRows
{
    public const string Head = "payout";
    public const string Line = "line|";
    public const string List = "payouts";
    public const string Proofs = "proofs";

    public static TableEntity Write(Payout payout, string partition, string row) => new(partition, row)
    {
        ["State"] = payout.State.ToString(),
        ["Record"] = Json(payout),
    };

    /// <summary>What is null is left as it is.</summary>
    public static TableEntity Write(PayoutNotes notes, string partition, string row)
    {
        var entity = new TableEntity(partition, row);
        if (notes.Posting is not null) entity["Posting"] = notes.Posting;
        if (notes.Reversal is not null) entity["Reversal"] = notes.Reversal;
        if (notes.Deposits is not null) entity["Deposits"] = notes.Deposits;
        return entity;
    }

    public static TableEntity Write(PayoutLine line, string partition) =>
        new(partition, $"{Line}{line.At.ToUnixTimeSeconds():D12}|{TableKey.Escape(line.Id)}")
        {
            ["State"] = line.State.ToString(),
            ["Record"] = Json(line),
        };

    /// <summary>A day with very many differences keeps the first ones; their number is whole.</summary>
    public static TableEntity Write(DailyProof proof) => new(Proofs, Day(proof.Day))
    {
        ["Record"] = Json(proof with { Differences = [.. proof.Differences.Take(DailyProof.MostDifferences)] }),
    };

    public static Payout ReadPayout(TableEntity row) => Read<Payout>(row) with
    {
        Posting = row.GetString("Posting"), Reversal = row.GetString("Reversal"), Deposits = row.GetInt32("Deposits") ?? 0,
    };

    public static PayoutLine ReadLine(TableEntity row) => Read<PayoutLine>(row);

    public static DailyProof ReadProof(TableEntity row) => Read<DailyProof>(row);

    /// <summary>The latest arrival first.</summary>
    public static string Place(Payout payout) => TableKey.NewestFirst(payout.ArrivesAt) + "|" + TableKey.Escape(payout.Id);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Binary, because a text of a row holds half as many characters.
    private static byte[] Json<T>(T record) => CanonicalJson.Write(record);

    private static T Read<T>(TableEntity row) => CanonicalJson.Read<T>(row.GetBinary("Record"));
}
