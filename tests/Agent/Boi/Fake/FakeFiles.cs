using Record = System.Collections.Generic.Dictionary<string, object>;

namespace Isthmus.Agent.Tests.Boi.Fake;

/// <summary>The company's files, by the objects over them. Values by BOI's names: text columns with a $.</summary>
internal sealed class FakeFiles
{
    private static readonly string[] Customer = ["ARDivisionNo$", "CustomerNo$"];
    private static readonly string[] Order = ["SalesOrderNo$"];
    private static readonly string[] OrderLine = ["SalesOrderNo$", "LineKey$"];

    private readonly Dictionary<string, FakeFile> files = new()
    {
        ["AR_Customer"] = new(Customer, "ARDivisionNo$", "CustomerNo$", "CustomerName$", "City$", "CreditLimit", "DateCreated$", "TimeCreated$",
            "DateUpdated$", "TimeUpdated$", "UDF_EXTERNAL_ID$", "UDF_WEIGHT"),
        ["SO_SalesOrder"] = new(Order, "SalesOrderNo$", "ARDivisionNo$", "CustomerNo$", "OrderDate$", "CustomerPONo$", "UDF_EXTERNAL_ID$"),
        ["SO_SalesOrderDetail"] = new(OrderLine, "SalesOrderNo$", "LineKey$", "ItemCode$", "QuantityOrdered", "UnitPrice", "UDF_EXTERNAL_LINE$"),
        ["SO_SalesOrderHistory"] = new(Order, "SalesOrderNo$", "OrderStatus$"),
        ["SO_SalesOrderHistoryDetail"] = new(OrderLine, "SalesOrderNo$", "LineKey$", "ItemCode$"),
    };

    /// <summary>The file behind an object: "AR_Customer_svc".</summary>
    public FakeFile this[string name] => files[name.Replace("_bus", "").Replace("_svc", "")];
}

/// <summary>One file.</summary>
internal sealed class FakeFile(string[] keys, params string[] columns)
{
    public IReadOnlyList<string> Keys => keys;

    public IReadOnlyList<string> Columns => columns;

    public SortedDictionary<string, Record> Rows { get; } = new(StringComparer.Ordinal);

    public void Put(Record record) => Rows[KeyOf(record)] = record;

    public string KeyOf(Record record) => string.Concat(keys.Select(part => record.GetValueOrDefault(part, "")));

    /// <summary>Adds a record: text and numbers by BOI's names.</summary>
    public void Add(params (string Column, object Value)[] values) => Put(values.ToDictionary(each => each.Column, each => each.Value));
}
