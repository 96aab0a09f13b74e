using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Loads;

/// <summary>Loads of a world, and the records of Sage that they carry.</summary>
internal sealed class Loading(World world)
{
    /// <summary>Customers that the books have had for years.</summary>
    public async Task CustomersAsync(int count, Func<int, object?>? other = null)
    {
        foreach (var chunk in Enumerable.Range(1, count).Chunk(500)) await WriteAsync("create", chunk, other ?? (_ => null));
    }

    /// <summary>Somebody changes a customer in Sage.</summary>
    public Task ChangeAsync(int number, object values) => WriteAsync("update", [number], _ => values);

    /// <summary>Starts a load; answers with its id.</summary>
    public async Task<string> StartAsync(string kind = "customers", bool dryRun = false)
    {
        var answer = await world.App.PostAsJsonAsync("/api/loads", new { kind, dryRun });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Pauses, resumes or cancels a load.</summary>
    public async Task SteerAsync(string id, string action) =>
        (await world.App.PostAsync($"/api/loads/{id}/{action}", null)).EnsureSuccessStatusCode();

    /// <summary>Waits until a load stands as said; answers with it.</summary>
    public Task<JsonElement> UntilAsync(string id, string state) => Patience.UntilAsync<JsonElement>(
        async () => await ShownAsync(id) is var load && load.GetProperty("state").GetString() == state ? load : null,
        async () => (await ShownAsync(id)).ToString());

    /// <summary>Loads everything; answers with the counts.</summary>
    public async Task<string> LoadAsync(string kind = "customers", bool dryRun = false)
    {
        var id = await StartAsync(kind, dryRun);
        var counts = Counts(await UntilAsync(id, "done"));
        await world.RunAsync(id, "done");
        // The next load gets an id of the next second.
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return counts;
    }

    public Task<JsonElement> ShownAsync(string id) => world.App.GetFromJsonAsync<JsonElement>("/api/loads/" + id);

    /// <summary>Read, written, unchanged, skipped, failed.</summary>
    public static string Counts(JsonElement load) => string.Join(' ', new[] { "read", "written", "unchanged", "skipped", "failed" }
        .Select(name => load.GetProperty("counts").GetProperty(name).GetInt64()));

    public async Task<IReadOnlyList<string>> ContactsAsync() =>
        [.. (await world.LedgerAsync()).Contacts.Select(contact => contact.GetProperty("contact_name").GetString()!).Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<JsonElement>> LettersAsync() =>
        [.. (await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray()];

    /// <summary>The names of the customers that <see cref="CustomersAsync"/> makes.</summary>
    public static IEnumerable<string> Names(int count) =>
        Enumerable.Range(1, count).Select(n => $"Customer {n}").Order(StringComparer.Ordinal);

    /// <summary>Columns keep their capital letters.</summary>
    private static JsonContent Exactly<T>(T body) => JsonContent.Create(body, options: JsonSerializerOptions.Default);

    private async Task WriteAsync(string mode, IEnumerable<int> numbers, Func<int, object?> values)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sage-100/agent/v1/companies/ABC/write")
        {
            Content = Exactly(new
            {
                records = numbers.Select(n => new
                {
                    @ref = $"{n}", @object = "AR_Customer", mode, key = new { ARDivisionNo = "00", CustomerNo = $"C{n:D5}" },
                    values = values(n) ?? new
                    {
                        CustomerName = $"Customer {n}", AddressLine1 = $"{n} High Street", City = "Leeds", ZipCode = "LS1 4AP", CountryCode = "GBR",
                        EmailAddress = $"c{n}@example.net", TermsCode = "30",
                    },
                }),
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "sage-sandbox-key");
        var answer = await (await world.Sandbox.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.All(answer.GetProperty("results").EnumerateArray(), result => Assert.Equal("written", result.GetProperty("outcome").GetString()));
    }
}
