namespace Isthmus.Connectors.ZohoCrm;

/// <summary>What editions come to, smallest first. Source: Zoho CRM API v8, API Limits and Get Organization Data.</summary>
internal enum CrmTier { Free, Standard, Professional, Enterprise, Ultimate }

/// <summary>Which edition is which.</summary>
internal static class CrmTiers
{
    /// <summary>The tier of an edition, in lower case; null for one that is not known.</summary>
    public static CrmTier? Of(string edition) => edition switch
    {
        "free" or "bigin" => CrmTier.Free,
        "standard" or "starter" or "crmplusstarter" or "zohoonestandard" => CrmTier.Standard,
        "professional" => CrmTier.Professional,
        "enterprise" or "zohooneenterprise" => CrmTier.Enterprise,
        "ultimate" or "crmplus" => CrmTier.Ultimate,
        _ => null,
    };
}
