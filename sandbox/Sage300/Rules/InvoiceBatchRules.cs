using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Rules;

/// <summary>Invoice batches: numbered by the server, entered and made ready here, posted by people or by a process.</summary>
internal sealed class InvoiceBatchRules(Company company) : ViewRules(company)
{
    public override Entity Begin(EntitySchema schema) => new Entity(schema).Set("BatchDate", Company.Today).Set("SourceApplication", "AR");

    public override void Put(Entity? parent, Entity record, Property property)
    {
        base.Put(parent, record, property);
        switch (property.Name)
        {
            case "CustomerNumber" when record.Schema.Resource == InvoiceBatchSchema.Entries: TakeCustomer(record); break;
            case "DocumentType": record["TransactionType"] = record.Schema.Find("TransactionType")!.Members[Kind(record)]; break;
            case "DistributionCode":
                Know(Codes.Distributions.Contains(record.Text("DistributionCode")), "Distribution Code", record.Text("DistributionCode"));
                break;
            case "Terms": Know(Codes.TermDays.ContainsKey(record.Text("Terms")), "Terms Code", record.Text("Terms")); break;
            default: break;
        }
    }

    public override void Insert(Entity record)
    {
        if (record.Text("BatchStatus") is not ("Open" or "ReadyToPost")) throw WebApiError.Invalid("A new batch is open or ready to post.");
        record["BatchNumber"] = (decimal)Company.Next("batch");
        Complete(record);
    }

    public override void Change(Entity before, Entity after)
    {
        if (before.Text("BatchStatus") is "Posted" or "Deleted")
            throw WebApiError.Invalid($"Batch {before.Number("BatchNumber")} is {before.Text("BatchStatus").ToLowerInvariant()}.");
        if (after.Text("BatchStatus") == "Posted") throw WebApiError.Invalid("A batch is posted by Post Batches.");
        Complete(after);
    }

    private static int Kind(Entity entry) => entry.Schema.Find("DocumentType")!.Members.ToList().IndexOf(entry.Text("DocumentType"));

    private void TakeCustomer(Entity entry)
    {
        var number = entry.Text("CustomerNumber");
        var customer = Company[CustomerSchema.Resource].Find(number)
            ?? throw WebApiError.Invalid($"Customer Number {number} does not exist.");
        entry.Set("CurrencyCode", customer["CurrencyCode"]).Set("Terms", customer["Terms"]).Set("TaxGroup", customer["TaxGroup"]);
    }

    private void Complete(Entity batch)
    {
        var entries = batch.Details(InvoiceBatchSchema.Entries);
        Number(entries, "EntryNumber", 1);
        foreach (var entry in entries) Complete(batch, entry);
        batch.Set("NumberOfEntries", (decimal)entries.Count).Set("LastEntryNumber", (decimal)entries.Count)
            .Set("BatchTotal", entries.Sum(entry => entry.Number("DocumentTotalIncludingTax"))).Set("DateLastEdited", Company.Today);
    }

    private void Complete(Entity batch, Entity entry)
    {
        Need(entry, "CustomerNumber", "Customer Number");
        if (entry.Text("DocumentNumber").Length == 0) entry["DocumentNumber"] = $"IN{Company.Next("document"):D10}";
        InvoiceDocuments.RequireFree(Company, batch, entry);
        entry["DocumentDate"] ??= batch["BatchDate"];
        entry["DueDate"] ??= entry.Day("DocumentDate")!.Value.AddDays(Codes.TermDays.GetValueOrDefault(entry.Text("Terms")));
        var lines = entry.Details(InvoiceBatchSchema.Lines);
        Number(lines, "LineNumber", 20);
        var total = lines.Sum(line => line.Number("ExtendedAmountWithTIP")) + entry.Number("TaxAmount1");
        var schedules = entry.Details(InvoiceBatchSchema.Schedules);
        // What is due says more than the lines where tax comes on top.
        entry["DocumentTotalIncludingTax"] = schedules.Count > 0 ? schedules.Sum(each => each.Number("AmountDue")) : total;
        foreach (var detail in entry.Schema.Details.SelectMany((_, at) => entry.Details(at)).Append(entry))
            detail.Set("BatchNumber", batch["BatchNumber"]).Set("EntryNumber", entry["EntryNumber"]);
    }
}
