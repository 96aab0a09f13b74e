using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Master;

/// <summary>Fills the sandbox's Sage Intacct.</summary>
internal static class IntacctBooks
{
    private const int CustomersACall = 2_000;

    /// <summary>Customers, each with an address of its own.</summary>
    public static Task AddCustomersAsync(LocalStack stack, int customers) => WriteAsync(stack, customers, n => new
    {
        CUSTOMERID = $"C{n:D6}", NAME = $"Customer {n} of Harbor", CREDITLIMIT = $"{n % 50_000}.50", TERMNAME = "Net 30",
        DISPLAYCONTACT = new
        {
            PHONE1 = $"555 {n:D7}", EMAIL1 = $"c{n}@customer{n}.example", URL1 = $"www.customer{n}.example",
            MAILADDRESS = new { ADDRESS1 = $"{n} High Street", CITY = "Portland", STATE = "OR", ZIP = $"{n % 100_000:D5}" },
        },
    });

    /// <summary>Somebody gives the first customers another limit.</summary>
    public static Task ChangeCustomersAsync(LocalStack stack, int customers) =>
        WriteAsync(stack, customers, n => new { CUSTOMERID = $"C{n:D6}", CREDITLIMIT = "1.25" });

    private static async Task WriteAsync(LocalStack stack, int customers, Func<int, object> record)
    {
        foreach (var chunk in Enumerable.Range(0, customers).Chunk(CustomersACall))
        {
            // Fields keep their capital letters.
            using var answer = await stack.Sandbox.Http.PostAsJsonAsync(
                "/_sandbox/sage-intacct/objects/CUSTOMER", chunk.Select(record), JsonSerializerOptions.Default);
            answer.EnsureSuccessStatusCode();
        }
    }
}
