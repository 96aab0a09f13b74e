using Isthmus.Connectors.Intacct.Reading;
using Isthmus.Connectors.Intacct.Replies;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Intacct.Sessions;

/// <summary>Sends functions in the session of all; one that Intacct does not know any more is replaced once.</summary>
internal sealed class IntacctTransport(IntacctGateway gateway, IntacctSessions sessions)
{
    public async Task<IntacctResult> SendAsync(ReadFunction function, CancellationToken cancellation)
    {
        var session = await sessions.GetAsync(cancellation);
        try
        {
            return await gateway.SendAsync(function, session, cancellation);
        }
        catch (FailureException error) when (error.Failure.Code == IntacctRefusals.SessionInvalid)
        {
            sessions.Drop(session);
        }
        return await gateway.SendAsync(function, await sessions.GetAsync(cancellation), cancellation);
    }
}
