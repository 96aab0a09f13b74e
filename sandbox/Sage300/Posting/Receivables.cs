using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Posting;

/// <summary>Documents of a customer. Balances move; the customer's own date of maintenance does not.</summary>
internal static class Receivables
{
    /// <summary>Day End: invoices of order entry become documents.</summary>
    public static int DayEnd(Company company)
    {
        var waiting = company[OrderInvoiceSchema.Resource].All.Where(invoice => invoice.Text("DayEnd") == "Waiting").ToList();
        foreach (var invoice in waiting)
        {
            Post(company, New(company).Carry(invoice).Set("DocumentNumber", invoice["InvoiceNumber"])
                .Set("DocumentDate", invoice["InvoiceDate"]).Set("PONumber", invoice["PurchaseOrderNumber"])
                .Set("Terms", invoice["TermsCode"]).Set("CurrencyCode", invoice["InvoiceSourceCurrency"])
                .Set("SourceApplication", "OE"), invoice.Number("InvoiceTotal"));
            company[OrderInvoiceSchema.Resource].Put(invoice.Copy().Set("DayEnd", "Processed"));
        }
        return waiting.Count;
    }

    /// <summary>Posts every batch that is ready.</summary>
    public static int PostBatches(Company company)
    {
        var ready = company[InvoiceBatchSchema.Resource].All.Where(batch => batch.Text("BatchStatus") == "ReadyToPost").ToList();
        foreach (var batch in ready)
        {
            foreach (var entry in batch.Details(InvoiceBatchSchema.Entries))
                Post(company, New(company).Carry(entry).Set("SourceApplication", "AR"), entry.Number("DocumentTotalIncludingTax"));
            company[InvoiceBatchSchema.Resource].Put(batch.Copy().Set("BatchStatus", "Posted")
                .Set("PostingSequenceNumber", (decimal)company.Next("posting")));
        }
        return ready.Count;
    }

    /// <summary>Money comes in for a document.</summary>
    public static Entity Receive(Company company, Entity document, decimal amount)
    {
        var due = document.Number("CustomerCurrencyAmountDue") - amount;
        var paid = document.Copy().Set("CustomerCurrencyAmountDue", due).Set("FunctionalCurrencyAmountDue", due)
            .Set("FullyPaid", due == 0 ? "Yes" : "No").Set("LastActivityDate", company.Today)
            .Set("DatePaid", due == 0 ? company.Today : null);
        company[PostedDocumentSchema.Resource].Put(paid);
        Balance(company, document.Text("CustomerNumber"), -amount, due == 0 ? -1 : 0, "DateOfLastReceipt");
        return paid;
    }

    private static Entity New(Company company) => new Entity(company[PostedDocumentSchema.Resource].Schema).Set("ExchangeRate", 1m);

    private static void Post(Company company, Entity document, decimal total)
    {
        var amount = document.Text("DocumentType") == "CreditNote" ? -total : total;
        document.Set("CustomerCurrencyInvoiceAmount", amount).Set("CustomerCurrencyAmountDue", amount)
            .Set("FunctionalCurrencyInvoiceAmount", amount).Set("FunctionalCurrencyAmountDue", amount)
            .Set("LastActivityDate", company.Today).Set("PostingDate", company.Today).Set("AsofDate", document["DocumentDate"]);
        company[PostedDocumentSchema.Resource].Put(document);
        Balance(company, document.Text("CustomerNumber"), amount, 1, "DateOfLastInvoice");
    }

    private static void Balance(Company company, string number, decimal amount, int documents, string date)
    {
        var customers = company[CustomerSchema.Resource];
        var customer = (customers.Find(number) ?? throw WebApiError.Invalid($"Customer Number {number} does not exist.")).Copy();
        customers.Put(customer.Set("BalanceDueInCustomerCurrency", customer.Number("BalanceDueInCustomerCurrency") + amount)
            .Set("BalanceDueInFunctionalCurrency", customer.Number("BalanceDueInFunctionalCurrency") + amount)
            .Set("NumberOfOpenDocuments", customer.Number("NumberOfOpenDocuments") + documents)
            .Set(date, company.Today).Set("DateOfLastActivity", company.Today));
    }
}
