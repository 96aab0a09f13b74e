using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Load;

/// <summary>Fills Sage's books as its users did over years.</summary>
internal static class SageBooks
{
    private const int ItemsACall = 5_000;
    private const int CustomersACall = 500;

    public static async Task AddItemsAsync(LocalStack stack, int items)
    {
        foreach (var chunk in Enumerable.Range(0, items).Chunk(ItemsACall))
        {
            await stack.Sandbox.PostAsync(
                "/_sandbox/sage-100/items",
                chunk.Select(n => new { itemCode = $"IT-{n:D6}", description = $"Article {n}", price = 1 + (n % 500), stock = 0 }),
                CancellationToken.None);
        }
    }

    public static Task AddCustomersAsync(LocalStack stack, int customers) => WriteCustomersAsync(stack, customers, Customer);

    /// <summary>Somebody gives the first customers another address.</summary>
    public static Task ChangeCustomersAsync(LocalStack stack, int customers) => WriteCustomersAsync(stack, customers, n => new
    {
        @ref = $"{n}", @object = "AR_Customer", mode = "update", key = new { ARDivisionNo = "00", CustomerNo = $"C{n:D6}" },
        values = new { AddressLine1 = $"{n} Low Street" },
    });

    private static async Task WriteCustomersAsync(LocalStack stack, int customers, Func<int, object> record)
    {
        foreach (var chunk in Enumerable.Range(0, customers).Chunk(CustomersACall))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sage-100/agent/v1/companies/ABC/write")
            {
                // Columns keep their capital letters.
                Content = JsonContent.Create(new { records = chunk.Select(record) }, options: JsonSerializerOptions.Default),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AppSettings.Secrets["sage-agent-key"]);
            using var answer = await stack.Sandbox.Http.SendAsync(request);
            var written = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
            var refused = written.GetProperty("results").EnumerateArray()
                .Where(result => result.GetProperty("outcome").GetString() != "written").ToList();
            if (refused.Count > 0) throw new InvalidOperationException($"Sage did not take a customer: {refused[0]}");
        }
    }

    private static object Customer(int n) => new
    {
        @ref = $"{n}", @object = "AR_Customer", mode = "create", key = new { ARDivisionNo = "00", CustomerNo = $"C{n:D6}" },
        values = new
        {
            CustomerName = $"Customer {n}", AddressLine1 = $"{n} High Street", City = "Leeds", ZipCode = "LS1 4AP",
            CountryCode = "GBR", TelephoneNo = $"0113 {n:D7}", EmailAddress = $"c{n}@example.com", TermsCode = "30",
        },
    };
}
