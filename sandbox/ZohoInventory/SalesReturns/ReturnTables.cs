using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.SalesReturns;

internal static class ReturnTables
{
    public static Table<SalesReturn> CreateReturns() => new(back => back.Id,
        Index<SalesReturn>.On("salesreturn_number", back => back.Number),
        Index<SalesReturn>.On("salesorder_id", back => back.SalesOrderId),
        new Index<SalesReturn>("line_item_id", back => back.Lines.Select(line => line.Id)));

    public static Table<ReturnReceive> CreateReceives() => new(receive => receive.Id,
        Index<ReturnReceive>.On("salesreturn_id", receive => receive.ReturnId));
}
