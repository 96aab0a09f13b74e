using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>
/// The data contracts: members in ordinal order, as the service's serializer writes and expects them. Columns' own dates and times of
/// stamps are merged, user-defined ones lie in OtherFields.
/// </summary>
internal sealed class SoapStructures
{
    public const string Created = "DateTimeCreated";
    public const string Updated = "DateTimeUpdated";
    public const string Other = "OtherFields";
    public const string Lines = "Lines";
    public const string UserDefined = "UDF_";

    private static readonly string[] Merged = ["DateCreated", "TimeCreated", "DateUpdated", "TimeUpdated"];

    private static readonly string[] OfCustomer =
    [
        "AvgDaysOverDue", "AvgDaysPaymentInvoice", "BalanceForward", "CreditCardGUID", "DefaultCostCode", "SalesPersonDivisionNo2",
        "SalesPersonNo2",
    ];

    private static readonly string[] OfOrder = ["BatchEmail", "BillToCustomerNo", "BillToDivisionNo", "JobNo", "ShipZone"];

    private readonly Dictionary<string, IReadOnlyList<SoapMember>> all;

    public SoapStructures(Company company)
    {
        var order = company[SalesOrderSchema.Object].Schema;
        all = new(StringComparer.Ordinal)
        {
            ["Logon"] = [new("Password", "string"), new("Username", "string")],
            ["ContractInformation"] =
                [new("AssemblyVersion", "string"), new("ContractVersion", "int"), new("NullDateTime", "dateTime")],
            ["MasFault"] = [new("ErrorCode", "string"), new("ErrorMessage", "string")],
            ["Field"] = [new("MasFieldName", "string"), new("Value", "string")],
            ["ArrayOfField"] = [new("Field", "Field")],
            ["ArrayOfSalesOrderLine"] = [new("SalesOrderLine", "SalesOrderLine")],
            ["Customer"] = Of(company[CustomerSchema.Object].Schema, OfCustomer),
            ["CustomerContact"] = Of(company[CustomerContactSchema.Object].Schema, ["EBMUserID"]),
            ["SalesOrder"] = Of(order, OfOrder),
            ["SalesOrderLine"] = Of(order.Lines!, ["CostOfGoodsSoldAcctKey", "SalesAcctKey"])
        };
    }

    public IReadOnlyDictionary<string, IReadOnlyList<SoapMember>> All => all;

    public IReadOnlyList<SoapMember> this[string name] => all[name];

    private static IReadOnlyList<SoapMember> Of(TableSchema schema, IEnumerable<string> kept)
    {
        var members = schema.Columns
            .Where(column => !Merged.Contains(column.Name) && !column.Name.StartsWith(UserDefined, StringComparison.Ordinal))
            .Select(column => new SoapMember(column.Name, Type(column), column))
            .Concat(kept.Where(name => schema.Find(name) is null).Select(name => new SoapMember(name, "string")))
            .Append(new SoapMember(Other, "ArrayOfField"));
        if (schema.Find(Merged[0]) is not null)
            members = members.Append(new SoapMember(Created, "dateTime")).Append(new SoapMember(Updated, "dateTime"));
        if (schema.Lines is not null) members = members.Append(new SoapMember(Lines, "ArrayOfSalesOrderLine"));
        return [.. members.OrderBy(member => member.Name, StringComparer.Ordinal)];
    }

    private static string Type(Column column) => column.Type switch
    {
        ColumnType.Number => "decimal",
        ColumnType.Date => "dateTime",
        _ => "string"
    };
}
