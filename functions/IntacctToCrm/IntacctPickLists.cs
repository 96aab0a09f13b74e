using Isthmus.Connectors.Intacct;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>A pick list of the CRM beside the list of Sage Intacct that fills it.</summary>
/// <param name="Module">The CRM's module.</param>
/// <param name="Field">The pick list, by its API name.</param>
/// <param name="Object">The list in Sage Intacct.</param>
/// <param name="Values">How many values it has there.</param>
/// <param name="Missing">Those that the pick list lacks; all of them where the module has no such field.</param>
public sealed record ComparedPickList(string Module, string Field, string Object, int Values, IReadOnlyList<string> Missing);

/// <summary>
/// Holds the types of Sage Intacct against the pick lists that show them, so that what is missing is known before a layout refuses it.
/// </summary>
internal static class IntacctPickLists
{
    private static readonly (string Module, string Field, string Object, string Name)[] Lists =
    [
        ("Accounts", "Intacct_Customer_Type", "CUSTTYPE", "NAME"), ("Accounts", "Intacct_Territory", "TERRITORY", "TERRITORYID"),
        ("Vendors", "Intacct_Vendor_Type", "VENDTYPE", "NAME"),
    ];

    public static async Task<IReadOnlyList<ComparedPickList>> CompareAsync(
        IntacctClient intacct, CrmFieldsGate crm, CancellationToken cancellation)
    {
        var compared = new List<ComparedPickList>();
        foreach (var (module, name, list, key) in Lists)
        {
            var values = await intacct.ListAsync(list, [key], "STATUS = 'active'", cancellation)
                .Select(row => row.Text(key)).Where(value => value.Length > 0).ToListAsync(cancellation);
            var field = (await crm.FieldsAsync(module, cancellation)).GetValueOrDefault(name);
            var known = field?.PickList.Select(pick => pick.Actual).ToHashSet(StringComparer.Ordinal) ?? [];
            compared.Add(new(module, name, list, values.Count, [.. values.Where(value => !known.Contains(value))]));
        }
        return compared;
    }
}
