using Azure;
using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Hosting.Settings;
using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Embedded.Hosting.Queues;

/// <summary>Which queue, in which store, an attribute means.</summary>
internal sealed class QueueNames(IConfiguration configuration)
{
    private const string DefaultConnection = "AzureWebJobsStorage";

    public string Name(string written) => SettingNames.Resolve(configuration, written, name => $"%{name}%").ToLowerInvariant();

    public QueueStore Open(string? connection) =>
        QueueStore.Of(EmbeddedStore.Join(StateFolder.Of(configuration, Setting(connection))));

    public void Check(FunctionDraft draft, string written, string? connection)
    {
        var name = SettingNames.Resolve(configuration, written, setting =>
        {
            draft.Wrong($"queue '{written}' names the setting '{setting}', which has no value; set it.");
            return "missing";
        });
        try
        {
            QueueRules.CheckName(name.ToLowerInvariant());
        }
        catch (RequestFailedException)
        {
            draft.Wrong($"'{name}' is no queue name; give 3 to 63 small letters, digits and single hyphens.");
        }
        CheckConnection(draft, connection);
    }

    private void CheckConnection(FunctionDraft draft, string? connection)
    {
        var setting = Setting(connection);
        if (connection is not null && !configuration.GetSection(setting).Exists())
            draft.Wrong($"its connection is the setting '{connection}', which has no value; set it.");
        try
        {
            StateFolder.Of(configuration, setting);
        }
        catch (FormatException failure)
        {
            draft.Wrong($"setting '{setting}': {failure.Message}");
        }
    }

    /// <summary>A setting may be written without its <c>AzureWebJobs</c> in front, as in Azure.</summary>
    private string Setting(string? connection) =>
        connection is null ? DefaultConnection
        : configuration.GetSection("AzureWebJobs" + connection).Exists() ? "AzureWebJobs" + connection
        : connection;
}
