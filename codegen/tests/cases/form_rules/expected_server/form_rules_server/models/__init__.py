"""What requests and answers hold. Generated from spec.yaml; do not edit."""
