using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Setup;

/// <summary>A list on a record's page: those that look it up, or those that were linked to it.</summary>
/// <param name="Parent">Whose page.</param>
/// <param name="ApiName">The list's name in addresses.</param>
/// <param name="Module">What is in it.</param>
/// <param name="Lookup">The field that points back; null when links are made by hand.</param>
internal sealed record RelatedList(CrmModule Parent, string ApiName, CrmModule Module, CrmField? Lookup)
{
    public long Id => MetaId.Of("list", Parent.ApiName, ApiName);

    public static IEnumerable<RelatedList> Of(Org org, CrmModule parent)
    {
        foreach (var module in org.Modules.Where(module => !module.IsSubform && org.IsOpen(module)))
            if (module.Fields.FirstOrDefault(field => field.Type == FieldType.Lookup && field.Target == parent.ApiName)
                is { } lookup)
                yield return new RelatedList(parent, (module == parent ? "Child_" : "") + module.ApiName, module, lookup);
        if (parent.ApiName is "Deals" or "Accounts" or "Contacts" && org.Find("Products") is { } products)
            yield return new RelatedList(parent, "Products", products, null);
    }

    public string LinksOf(long parent) => $"{Parent.ApiName} {parent} {ApiName}";
}
