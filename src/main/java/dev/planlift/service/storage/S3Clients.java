package dev.planlift.service.storage;

import dev.planlift.service.config.Settings;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Sets Amazon's client up as the settings say. */
final class S3Clients {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private S3Clients() {}

  static S3Client of(Settings.S3 settings) {
    var client =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.pathStyle())
            // Parts are in memory and are signed whole; not every server takes an empty body in
            // chunks.
            .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
            .credentialsProvider(credentials(settings))
            .requestChecksumCalculation(
                settings.checksums()
                    ? RequestChecksumCalculation.WHEN_SUPPORTED
                    : RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(
                settings.checksums()
                    ? ResponseChecksumValidation.WHEN_SUPPORTED
                    : ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                ApacheHttpClient.builder()
                    .connectionTimeout(CONNECT_LIMIT)
                    .socketTimeout(settings.timeout()))
            .overrideConfiguration(
                calls ->
                    calls
                        .apiCallAttemptTimeout(settings.timeout())
                        .retryStrategy(retry -> retry.maxAttempts(settings.attempts())));
    if (!settings.endpoint().isEmpty()) {
      client.endpointOverride(URI.create(settings.endpoint()));
    }
    return client.build();
  }

  /** Signs addresses as the outside knows the server. */
  static S3Presigner presigner(Settings.S3 settings) {
    var presigner =
        S3Presigner.builder()
            .region(Region.of(settings.region()))
            .serviceConfiguration(
                S3Configuration.builder().pathStyleAccessEnabled(settings.pathStyle()).build())
            .credentialsProvider(credentials(settings));
    var endpoint =
        settings.publicEndpoint().isEmpty() ? settings.endpoint() : settings.publicEndpoint();
    if (!endpoint.isEmpty()) {
      presigner.endpointOverride(URI.create(endpoint));
    }
    return presigner.build();
  }

  /** The settings' own; else the machine's, as of a role. */
  private static AwsCredentialsProvider credentials(Settings.S3 settings) {
    return settings.accessKey().isEmpty()
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
  }
}
