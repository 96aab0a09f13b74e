using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Http;

/// <summary>What an answer must have for the next call to be possible.</summary>
internal static class NeededMembers
{
    // No vendor's id or number is nearly as long.
    private const int LongestId = 100;

    /// <summary>An id or number.</summary>
    /// <exception cref="FailureException">It is absent, empty, of another type or absurdly long: <c>malformed-answer</c>.</exception>
    public static string Id(this JsonElement answer, string name, string connection, string operation) =>
        answer.Text(name) is { Length: > 0 and <= LongestId } id ? id : throw new FailureException(
            TransportErrors.Malformed(connection, new ApiCall(operation, HttpMethod.Get, ""), 200).Failure);
}
