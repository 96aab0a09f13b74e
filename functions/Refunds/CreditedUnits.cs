using Azure.Data.Tables;
using Isthmus.Core.Canonical;
using Isthmus.Core.Tables;

namespace Isthmus.Functions.Refunds;

/// <summary>Units of one line of an invoice that are credited.</summary>
/// <param name="InvoiceLineId">The line.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Returns">True where they come back, false where they never left.</param>
public sealed record CreditedLine(string InvoiceLineId, decimal Quantity, bool Returns);

/// <summary>
/// Remembers which units of an invoice each refund credits, so that two that name the same goods do not both take the same units.
/// </summary>
public sealed class CreditedUnits(IsthmusTables tables)
{
    private const string Units = "Units";

    /// <summary>What the other refunds of the invoice credit.</summary>
    public async Task<ILookup<string, CreditedLine>> OfOthersAsync(string invoiceId, string refundId)
    {
        var (partition, own) = (Partition(invoiceId), TableKey.Escape(refundId));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        var found = new List<CreditedLine>();
        await foreach (var row in tables.CrossReferences.QueryAsync<TableEntity>(filter))
            if (row.RowKey != own) found.AddRange(CanonicalJson.Read<List<CreditedLine>>(row.GetBinary(Units)));
        return found.ToLookup(line => line.InvoiceLineId, StringComparer.Ordinal);
    }

    /// <summary>Keeps what a refund credits, in place of what it was going to before.</summary>
    public Task KeepAsync(string invoiceId, string refundId, IEnumerable<CreditLine> lines)
    {
        var units = lines.Where(line => line.InvoiceLineId is not null && (line.Goods || line.Unshipped))
            .Select(line => new CreditedLine(line.InvoiceLineId!, line.Quantity, line.Goods)).ToList();
        var row = new TableEntity(Partition(invoiceId), TableKey.Escape(refundId)) { [Units] = CanonicalJson.Write(units) };
        return tables.CrossReferences.UpsertEntityAsync(row, TableUpdateMode.Replace);
    }

    private static string Partition(string invoiceId) => TableKey.Escape("credited|" + invoiceId);
}
