using System.Text.Json;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Tests.Sage300;

public sealed class When_Sage_s_own_files_are_held_against_it : WebApi
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await CustomerAsync("1400");
        await ItemAsync("A1-105/0", 20m);
    }

    [SageFilesTheory]
    [InlineData("APVendors", "AP/APVendors")]
    [InlineData("ARCustomers", "AR/ARCustomers")]
    [InlineData("ARInvoiceBatches", "AR/ARInvoiceBatches")]
    [InlineData("GLAccounts", "GL/GLAccounts")]
    [InlineData("ICItems", "IC/ICItems")]
    [InlineData("OEOrders_OrdersOnly", "OE/OEOrders")]
    [InlineData("OEOrders_WithOptFields", "OE/OEOrders")]
    [InlineData("OEOrders_WithShipmentsandInvoice", "OE/OEOrders")]
    public async Task Every_sample_body_is_taken_and_its_values_are_kept(string sample, string resource)
    {
        var body = SageFiles.Sample(sample);
        var stored = await PostAsync(resource, body);
        foreach (var member in JsonElement.Parse(body).EnumerateObject())
        {
            // The server numbers batches itself.
            if (member.Value.ValueKind == JsonValueKind.Array || member.Name == "BatchNumber") continue;
            Assert.StartsWith(member.Value.ToString(), stored[member.Name]!.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [SageFilesTheory]
    [InlineData("Customer", "ARCustomers", "")]
    [InlineData("CustomerOptionalFieldValue", "ARCustomers", "CustomerOptionalFieldValues")]
    [InlineData("PostedDocument", "ARPostedDocuments", "")]
    [InlineData("InvoiceBatch", "ARInvoiceBatches", "")]
    [InlineData("Invoice", "ARInvoiceBatches", "Invoices")]
    [InlineData("InvoiceDetail", "ARInvoiceBatches", "Invoices/InvoiceDetails")]
    [InlineData("InvoicePaymentSchedule", "ARInvoiceBatches", "Invoices/InvoicePaymentSchedules")]
    public void Every_property_of_receivables_has_the_name_and_type_of_the_metadata(string type, string resource, string details)
    {
        var schema = Schemas.All().Single(each => each.Resource == resource);
        foreach (var name in details.Split('/', StringSplitOptions.RemoveEmptyEntries)) schema = schema.Details.Single(each => each.Resource == name);
        var known = SageFiles.Properties(type);
        Assert.NotEmpty(known);
        var strange = schema.Properties.Where(property => !known.TryGetValue(property.Name, out var edm) || !Fits(property.Kind, edm))
            .Select(property => property.Name).Concat(schema.Details.Select(each => each.Resource).Where(each => !known.ContainsKey(each)));
        Assert.Empty(strange);
    }

    private static bool Fits(Kind kind, string edm) => kind switch
    {
        Kind.Number => edm is "Edm.Decimal" or "Edm.Int32" or "Edm.Int64",
        Kind.Date => edm == "Edm.DateTime",
        Kind.Flag => edm == "Edm.Boolean",
        _ => edm == "Edm.String"
    };
}
