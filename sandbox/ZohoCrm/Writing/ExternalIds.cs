using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>A record of a path: by its id, or by the external field that X-EXTERNAL names (vendor notes, section 7.4).</summary>
internal static class ExternalIds
{
    /// <returns>The id; null when no record has the external value.</returns>
    public static long? Resolve(CrmCall call, CrmModule module, string given)
    {
        if (Field(call, module) is not { } field) return CrmCall.Id(given);
        return module.Records.By(field.Slot, given) is [var record, ..] ? record.Id : null;
    }

    private static CrmField? Field(CrmCall call, CrmModule module)
    {
        if (call.Header("X-EXTERNAL") is not { } header) return null;
        if (call.Org.Tier < Tier.Enterprise)
            throw new CrmRefusal(403, "FEATURE_NOT_SUPPORTED", "the feature is not available in this edition");
        var name = header.Split(',').Select(part => part.Trim().Split('.'))
            .FirstOrDefault(parts => parts.Length == 2 && parts[0] == module.ApiName)?[1];
        return name is null ? null : module.Find(name) is { External: not null } field ? field
            : throw CrmRefusal.Parameter("X-EXTERNAL");
    }
}
