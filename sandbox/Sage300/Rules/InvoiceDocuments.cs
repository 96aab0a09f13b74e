using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Rules;

/// <summary>A document's number is used once a customer, be it posted or on its way.</summary>
internal static class InvoiceDocuments
{
    public static void RequireFree(Company company, Entity batch, Entity entry)
    {
        var key = EntityKey.Of(entry["CustomerNumber"], entry["DocumentNumber"]);
        var taken = company[PostedDocumentSchema.Resource].Find(key) is not null
            || Waiting(company, batch).Concat(batch.Details(InvoiceBatchSchema.Entries).Where(each => each != entry))
                .Any(each => EntityKey.Of(each["CustomerNumber"], each["DocumentNumber"]) == key);
        if (taken) throw WebApiError.Duplicate($"Document Number {entry.Text("DocumentNumber")} already exists.");
    }

    private static IEnumerable<Entity> Waiting(Company company, Entity batch) => company[InvoiceBatchSchema.Resource].All
        .Where(each => each.Key != batch.Key && each.Text("BatchStatus") is "Open" or "ReadyToPost")
        .SelectMany(each => each.Details(InvoiceBatchSchema.Entries));
}
