using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;

namespace Isthmus.Sandbox.ZohoCrm.Reading;

/// <summary>The parameter fields: needed, at most 50; names the module does not have are passed over, as at the vendor.</summary>
internal static class FieldList
{
    private const int Most = 50;

    public static IReadOnlyList<CrmField> Of(CrmCall call, CrmModule module)
    {
        var names = call.Several("fields");
        if (names.Length > Most) throw CrmRefusal.Limit("fields", Most);
        return [.. names.Distinct().Select(module.Find).OfType<CrmField>().Where(call.Org.Has)];
    }
}
