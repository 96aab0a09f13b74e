using Isthmus.Core.Failures;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>
/// Reads the service's WSDL when the app starts, so that the first order need not wait for it and a wrong address shows at once. A host
/// that is down keeps nobody from starting: the first call reads it then.
/// </summary>
internal sealed partial class ContractAtStart(SageSoapClient client, ILogger<ContractAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            LogRead(log, (await client.OperationsAsync(stoppingToken)).Count);
        }
        catch (FailureException failed)
        {
            LogFailed(log, failed.Failure.Code, failed.Failure.Message, failed.Failure.Cure);
        }
        catch (OperationCanceledException)
        {
            // The app stops before the host has answered.
        }
    }

    [LoggerMessage(1761, LogLevel.Information, "Sage 100's web service offers {Count} operations")]
    private static partial void LogRead(ILogger logger, int count);

    [LoggerMessage(1762, LogLevel.Warning, "Sage 100's web service was not read at the start ({Code}): {Reason} {Cure}")]
    private static partial void LogFailed(ILogger logger, string code, string reason, string cure);
}
