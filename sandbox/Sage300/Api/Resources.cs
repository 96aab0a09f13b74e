using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Rules;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>Which rules each resource has.</summary>
internal static class Resources
{
    public static List<Resource> Of(Company company) =>
        [.. company.Tables.Select(table =>
            new Resource(company, table, new EntityWriter(company, table, RulesOf(company, table.Schema))))];

    /// <summary>The writer of a person who works at a screen.</summary>
    public static EntityWriter OfClerk(Company company, Table table) =>
        new(company, table, RulesOf(company, table.Schema), byClerk: true);

    private static ViewRules RulesOf(Company company, EntitySchema schema) => schema.Resource switch
    {
        CustomerSchema.Resource => new PartnerRules(company, "Customer", Codes.CustomerGroups),
        VendorSchema.Resource => new PartnerRules(company, "Vendor", Codes.VendorGroups),
        ItemSchema.Resource => new ItemRules(company),
        ItemSchema.Prices => new PriceRules(company),
        AccountSchema.Resource => new AccountRules(company),
        OrderSchema.Resource => new OrderRules(company),
        InvoiceBatchSchema.Resource => new InvoiceBatchRules(company),
        _ => new ViewRules(company)
    };
}
