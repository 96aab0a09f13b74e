using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>The organisation that the connection leads to. Source: Zoho CRM API v8, Get Organization Data.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Edition">Lower case: free, standard, professional, enterprise, ultimate, crmplus, ...; of the trial while one runs.</param>
/// <param name="TimeZone">Such as <c>America/Chicago</c>; empty when it does not say.</param>
/// <param name="Currency">The home currency's ISO code.</param>
/// <param name="Users">Licences bought; 0 when it does not say.</param>
/// <param name="Type">production, sandbox, developer or bigin.</param>
public sealed record CrmOrg(string Id, string Edition, string TimeZone, string Currency, int Users, string Type)
{
    private static readonly HashSet<string> Inventory =
        new(["Vendors", "Quotes", "Sales_Orders", "Purchase_Orders", "Invoices", "Price_Books"], StringComparer.Ordinal);

    /// <summary>False on editions below Professional: no Vendors, Quotes, Sales_Orders, Purchase_Orders, Invoices.</summary>
    public bool HasInventory => Tier is not (CrmTier.Free or CrmTier.Standard);

    internal CrmTier? Tier => CrmTiers.Of(Edition);

    /// <summary>True when records of a module can be made: it is usable, and the edition includes it.</summary>
    public bool Offers(CrmModule module) => module.Usable && (HasInventory || !Inventory.Contains(module.ApiName));

    internal static CrmOrg Read(JsonElement org)
    {
        var license = org.Member("license_details") ?? default;
        var edition = license.Flag("paid") ? license.Text("paid_type") : license.Text("trial_type") ?? license.Text("paid_type");
        return new CrmOrg(
            org.Text("id") ?? "", (edition ?? "free").ToLowerInvariant(), org.Text("time_zone") ?? "",
            org.Text("iso_code") ?? "", (int)Math.Clamp(license.Whole("users_license_purchased") ?? 0, 0, 1_000_000),
            org.Text("type") ?? "production");
    }
}
