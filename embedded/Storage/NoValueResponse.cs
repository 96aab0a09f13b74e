using Azure;

namespace Isthmus.Embedded.Storage;

/// <summary>The answer to a question for something that is not there.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException(
        $"The response has no value because the service answered {response.Status} {response.ReasonPhrase}.");

    public override Response GetRawResponse() => response;
}
