using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.Sage300ToCrm;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Sage300ToCrm;

/// <summary>The flows from Sage 300 over HTTP, and the mappings that ship; nothing of the way into the CRM.</summary>
internal sealed class Office : IAsyncDisposable
{
    private static readonly MappingCatalog Mappings = MappingCatalog.Load(Path.Combine(AppContext.BaseDirectory, "mappings"));

    private readonly WebApplication sandbox;
    private readonly ServiceProvider services;
    private readonly HttpClient http;

    private Office(WebApplication sandbox, ServiceProvider services, Uri address)
    {
        (this.sandbox, this.services) = (sandbox, services);
        http = new HttpClient { BaseAddress = address };
    }

    public IEnumerable<IMasterFlow> Flows => services.GetServices<IMasterFlow>();

    public static async Task<Office> OpenAsync(params (string Name, string Value)[] settings)
    {
        var sandbox = World.BuildSandbox();
        await sandbox.StartAsync();
        var address = new Uri(sandbox.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var here = address.ToString().TrimEnd('/');
        var all = Sage300World.On.Concat(settings)
            .Select(each => KeyValuePair.Create(each.Name, (string?)each.Value.Replace("{sandbox}", here)));
        return new Office(sandbox, Build([.. all]), address);
    }

    /// <summary>The services that an app with these settings has.</summary>
    public static ServiceProvider Build(IReadOnlyList<KeyValuePair<string, string?>> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<ISecretVault>(new OneSecret("SAGE300-SANDBOX"));
        services.AddSage300Flows(configuration.GetSection("Isthmus"));
        return services.BuildServiceProvider();
    }

    public IMasterFlow Flow(string name) => Flows.Single(flow => flow.Name == name);

    public async Task PostAsync(string path, object body)
    {
        var answer = await http.PostAsync($"/_sandbox/{path}", JsonContent.Create(JsonSerializer.SerializeToNode(body)));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Every record of a look.</summary>
    public async Task<IReadOnlyList<SourceRecord>> LookAsync(string name, DateTimeOffset? since = null, int size = 500)
    {
        var (found, after) = (new List<SourceRecord>(), (string?)null);
        do
        {
            var page = await Flow(name).PageAsync(new SourceQuery(since, after, size), default);
            found.AddRange(page.Records);
            after = page.Next;
        }
        while (after is not null);
        return found;
    }

    /// <summary>What the CRM would get.</summary>
    public JsonElement Map(string name, SourceRecord record)
    {
        var result = Mappings.Get(Flow(name).Mapping).Apply(record.Body, Flow(name).ContextOf(record));
        Assert.True(result.Ok, string.Join(' ', result.Problems.Select(problem => $"{problem.Path}: {problem.Message}")));
        return JsonElement.Parse(result.Output.Span);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await services.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    private sealed class OneSecret(string value) : ISecretVault
    {
        public Task<string> GetAsync(string name, CancellationToken cancellation = default) => Task.FromResult(value);
    }
}
