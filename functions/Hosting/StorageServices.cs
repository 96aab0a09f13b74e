using Azure.Data.Tables;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Azure.Storage.Queues;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Core.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Hosting;

/// <summary>Where state, documents and secrets live: Azure by address and managed identity, a local folder otherwise.</summary>
internal static class StorageServices
{
    /// <summary>
    /// Tables and queues: by <c>AzureWebJobsStorage__tableServiceUri</c> and <c>__queueServiceUri</c> with the app's identity, as
    /// Functions' own identity-based connections, or by the connection string <c>AzureWebJobsStorage</c>.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration["AzureWebJobsStorage"] is { Length: > 0 } given ? given : "UseDevelopmentStorage=true";
        var tables = configuration["AzureWebJobsStorage:tableServiceUri"];
        var queues = configuration["AzureWebJobsStorage:queueServiceUri"];
        // The queue trigger expects Base64 unless host.json says otherwise.
        var encoding = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        services.AddSingleton(_ => tables is null
            ? new TableServiceClient(connection)
            : new TableServiceClient(new Uri(tables), new DefaultAzureCredential()));
        services.AddSingleton(_ => queues is null
            ? new QueueServiceClient(connection, encoding)
            : new QueueServiceClient(new Uri(queues), new DefaultAzureCredential(), encoding));
        return services;
    }

    /// <summary>
    /// Secrets from the Key Vault of <c>Isthmus:Vault:Uri</c>, or from the sealed file in the state folder; documents beside it.
    /// </summary>
    public static IServiceCollection AddSecrets(this IServiceCollection services, IConfigurationSection isthmus)
    {
        var home = StateFolder(isthmus);
        services.AddSingleton<ISecretVault>(app => new KeptSecrets(
            isthmus["Vault:Uri"] is { Length: > 0 } vault
                ? new KeyVault(new SecretClient(new Uri(vault), new DefaultAzureCredential()))
                : new FileVault(home),
            app.GetRequiredService<TimeProvider>()));
        services.AddSingleton(app => new FilePayloadStore(
            isthmus["Payloads:Folder"] ?? Path.Combine(home, "payloads"), app.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TieredPayloadStore>().AddSingleton<IPayloadStore>(app => app.GetRequiredService<TieredPayloadStore>());
        return services;
    }

    /// <summary>The mapping documents of <c>Isthmus:Mappings:Folder</c>, or those shipped beside the program.</summary>
    public static IServiceCollection AddMappings(this IServiceCollection services, IConfigurationSection isthmus)
    {
        var folder = isthmus["Mappings:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "mappings");
        return services.AddSingleton(_ => MappingCatalog.Load(folder));
    }

    private static string StateFolder(IConfigurationSection isthmus) =>
        isthmus["Home"] ?? Environment.GetEnvironmentVariable("ISTHMUS_HOME") ?? Path.GetFullPath(".isthmus");
}
