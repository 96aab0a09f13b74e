namespace Azure.Storage.Queues.Models;

public readonly partial struct QueueErrorCode
{
    /// <summary>Account already exists.</summary>
    public static QueueErrorCode AccountAlreadyExists => new("AccountAlreadyExists");

    /// <summary>Account being created.</summary>
    public static QueueErrorCode AccountBeingCreated => new("AccountBeingCreated");

    /// <summary>Account is disabled.</summary>
    public static QueueErrorCode AccountIsDisabled => new("AccountIsDisabled");

    /// <summary>Authentication failed.</summary>
    public static QueueErrorCode AuthenticationFailed => new("AuthenticationFailed");

    /// <summary>Authorization failure.</summary>
    public static QueueErrorCode AuthorizationFailure => new("AuthorizationFailure");

    /// <summary>Authorization permission mismatch.</summary>
    public static QueueErrorCode AuthorizationPermissionMismatch => new("AuthorizationPermissionMismatch");

    /// <summary>Authorization protocol mismatch.</summary>
    public static QueueErrorCode AuthorizationProtocolMismatch => new("AuthorizationProtocolMismatch");

    /// <summary>Authorization resource type mismatch.</summary>
    public static QueueErrorCode AuthorizationResourceTypeMismatch => new("AuthorizationResourceTypeMismatch");

    /// <summary>Authorization service mismatch.</summary>
    public static QueueErrorCode AuthorizationServiceMismatch => new("AuthorizationServiceMismatch");

    /// <summary>Authorization source ipmismatch.</summary>
    public static QueueErrorCode AuthorizationSourceIPMismatch => new("AuthorizationSourceIPMismatch");

    /// <summary>Condition headers not supported.</summary>
    public static QueueErrorCode ConditionHeadersNotSupported => new("ConditionHeadersNotSupported");

    /// <summary>Condition not met.</summary>
    public static QueueErrorCode ConditionNotMet => new("ConditionNotMet");

    /// <summary>Empty metadata key.</summary>
    public static QueueErrorCode EmptyMetadataKey => new("EmptyMetadataKey");

    /// <summary>Feature version mismatch.</summary>
    public static QueueErrorCode FeatureVersionMismatch => new("FeatureVersionMismatch");

    /// <summary>Insufficient account permissions.</summary>
    public static QueueErrorCode InsufficientAccountPermissions => new("InsufficientAccountPermissions");

    /// <summary>Internal error.</summary>
    public static QueueErrorCode InternalError => new("InternalError");

    /// <summary>Invalid authentication info.</summary>
    public static QueueErrorCode InvalidAuthenticationInfo => new("InvalidAuthenticationInfo");

    /// <summary>Invalid header value.</summary>
    public static QueueErrorCode InvalidHeaderValue => new("InvalidHeaderValue");

    /// <summary>Invalid http verb.</summary>
    public static QueueErrorCode InvalidHttpVerb => new("InvalidHttpVerb");

    /// <summary>Invalid input.</summary>
    public static QueueErrorCode InvalidInput => new("InvalidInput");

    /// <summary>Invalid marker.</summary>
    public static QueueErrorCode InvalidMarker => new("InvalidMarker");

    /// <summary>Invalid md5.</summary>
    public static QueueErrorCode InvalidMd5 => new("InvalidMd5");

    /// <summary>Invalid metadata.</summary>
    public static QueueErrorCode InvalidMetadata => new("InvalidMetadata");

    /// <summary>Invalid query parameter value.</summary>
    public static QueueErrorCode InvalidQueryParameterValue => new("InvalidQueryParameterValue");

    /// <summary>Invalid range.</summary>
    public static QueueErrorCode InvalidRange => new("InvalidRange");

    /// <summary>Invalid resource name.</summary>
    public static QueueErrorCode InvalidResourceName => new("InvalidResourceName");

    /// <summary>Invalid uri.</summary>
    public static QueueErrorCode InvalidUri => new("InvalidUri");

    /// <summary>Invalid xml document.</summary>
    public static QueueErrorCode InvalidXmlDocument => new("InvalidXmlDocument");

    /// <summary>Invalid xml node value.</summary>
    public static QueueErrorCode InvalidXmlNodeValue => new("InvalidXmlNodeValue");

    /// <summary>Md5 mismatch.</summary>
    public static QueueErrorCode Md5Mismatch => new("Md5Mismatch");

    /// <summary>Message not found.</summary>
    public static QueueErrorCode MessageNotFound => new("MessageNotFound");

    /// <summary>Message too large.</summary>
    public static QueueErrorCode MessageTooLarge => new("MessageTooLarge");

    /// <summary>Metadata too large.</summary>
    public static QueueErrorCode MetadataTooLarge => new("MetadataTooLarge");

    /// <summary>Missing content length header.</summary>
    public static QueueErrorCode MissingContentLengthHeader => new("MissingContentLengthHeader");

    /// <summary>Missing required header.</summary>
    public static QueueErrorCode MissingRequiredHeader => new("MissingRequiredHeader");

    /// <summary>Missing required query parameter.</summary>
    public static QueueErrorCode MissingRequiredQueryParameter => new("MissingRequiredQueryParameter");

    /// <summary>Missing required xml node.</summary>
    public static QueueErrorCode MissingRequiredXmlNode => new("MissingRequiredXmlNode");

    /// <summary>Multiple condition headers not supported.</summary>
    public static QueueErrorCode MultipleConditionHeadersNotSupported => new("MultipleConditionHeadersNotSupported");

    /// <summary>Operation timed out.</summary>
    public static QueueErrorCode OperationTimedOut => new("OperationTimedOut");

    /// <summary>Out of range input.</summary>
    public static QueueErrorCode OutOfRangeInput => new("OutOfRangeInput");

    /// <summary>Out of range query parameter value.</summary>
    public static QueueErrorCode OutOfRangeQueryParameterValue => new("OutOfRangeQueryParameterValue");

    /// <summary>Pop receipt mismatch.</summary>
    public static QueueErrorCode PopReceiptMismatch => new("PopReceiptMismatch");

    /// <summary>Queue already exists.</summary>
    public static QueueErrorCode QueueAlreadyExists => new("QueueAlreadyExists");

    /// <summary>Queue being deleted.</summary>
    public static QueueErrorCode QueueBeingDeleted => new("QueueBeingDeleted");

    /// <summary>Queue disabled.</summary>
    public static QueueErrorCode QueueDisabled => new("QueueDisabled");

    /// <summary>Queue not empty.</summary>
    public static QueueErrorCode QueueNotEmpty => new("QueueNotEmpty");

    /// <summary>Queue not found.</summary>
    public static QueueErrorCode QueueNotFound => new("QueueNotFound");

    /// <summary>Request body too large.</summary>
    public static QueueErrorCode RequestBodyTooLarge => new("RequestBodyTooLarge");

    /// <summary>Request url failed to parse.</summary>
    public static QueueErrorCode RequestUrlFailedToParse => new("RequestUrlFailedToParse");

    /// <summary>Resource already exists.</summary>
    public static QueueErrorCode ResourceAlreadyExists => new("ResourceAlreadyExists");

    /// <summary>Resource not found.</summary>
    public static QueueErrorCode ResourceNotFound => new("ResourceNotFound");

    /// <summary>Resource type mismatch.</summary>
    public static QueueErrorCode ResourceTypeMismatch => new("ResourceTypeMismatch");

    /// <summary>Server busy.</summary>
    public static QueueErrorCode ServerBusy => new("ServerBusy");

    /// <summary>Unsupported header.</summary>
    public static QueueErrorCode UnsupportedHeader => new("UnsupportedHeader");

    /// <summary>Unsupported http verb.</summary>
    public static QueueErrorCode UnsupportedHttpVerb => new("UnsupportedHttpVerb");

    /// <summary>Unsupported query parameter.</summary>
    public static QueueErrorCode UnsupportedQueryParameter => new("UnsupportedQueryParameter");

    /// <summary>Unsupported xml node.</summary>
    public static QueueErrorCode UnsupportedXmlNode => new("UnsupportedXmlNode");
}
