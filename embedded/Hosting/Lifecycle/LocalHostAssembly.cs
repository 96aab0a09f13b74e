using Azure.Core.Serialization;
using Isthmus.Embedded.Hosting.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Isthmus.Embedded.Hosting.Lifecycle;

/// <summary>Builds the local host of an app.</summary>
internal static class LocalHostAssembly
{
    public static LocalHost Build(WebApplicationBuilder builder, IDictionary<object, object> properties, MiddlewareList middleware)
    {
        builder.Services.TryAddSingleton(services =>
            services.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer ?? JsonObjectSerializer.Default);
        builder.Services.Configure<WorkerOptions>(options =>
            options.Serializer ??= new JsonObjectSerializer(new(System.Text.Json.JsonSerializerDefaults.General) { PropertyNameCaseInsensitive = true }));
        // Kestrel gives a free port on addresses only, not on the name localhost.
        if (builder.Configuration["urls"] is { } urls && urls.Contains("//localhost:0", StringComparison.OrdinalIgnoreCase))
            builder.WebHost.UseUrls(urls.Replace("//localhost:0", "//127.0.0.1:0", StringComparison.OrdinalIgnoreCase));
        var web = builder.Build();
        web.Use(next => http => WrongMethod.InvokeAsync(http, next));
        return new LocalHost(web, new AppPlan(middleware, properties));
    }
}
