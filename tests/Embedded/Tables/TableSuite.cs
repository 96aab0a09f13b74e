using Azure;
using Azure.Data.Tables;
using Isthmus.Embedded.Tests.Storage;

namespace Isthmus.Embedded.Tests.Tables;

/// <summary>The contract of Azure Tables, told in its official API alone. Each test has a table of its own.</summary>
public abstract class TableSuite : IAsyncLifetime
{
    protected TestAccount Account { get; } = new();

    protected TableServiceClient Service { get; private set; } = null!;

    protected TableClient Table { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = new TableServiceClient(Account.ConnectionString);
        Table = Service.GetTableClient("T" + Guid.NewGuid().ToString("N"));
        await Table.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        await Table.DeleteAsync();
        await Account.DisposeAsync();
    }

    protected static TableEntity Entity(string row, params (string Name, object Value)[] properties)
    {
        var entity = new TableEntity("p", row);
        foreach (var (name, value) in properties) entity[name] = value;
        return entity;
    }

    protected static async Task RefusedAsync(int status, string code, Func<Task> act)
    {
        var refused = await Assert.ThrowsAnyAsync<RequestFailedException>(act);
        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
    }
}
